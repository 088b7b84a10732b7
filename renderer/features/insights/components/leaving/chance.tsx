import { ruleOfAlive } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../../lib/format';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useModel, useWorth } from '../../api';
import { Answered } from '../answered';
import { BackTest } from '../back-test';
import { TooLittle } from '../enough';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Alive = NonNullable<Reply<'insights', 'worth'>>['alive'];

/** How likely the members come again (S19), beside how well such a word came true before. */
export function Chance({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  const worth = useWorth();
  return (
    <FiguresPage label={t('leaving.chance')} asOf={asOf} takesFocus={false}>
      <Answered of={useModel()}>
        {(model) =>
          model.enough ? (
            <>
              <Answered of={worth}>{({ alive }) => <Distribution alive={alive} />}</Answered>
              <BackTest of={model.backTest} />
            </>
          ) : model.didNotConverge ? (
            <p className={page.note}>{t('enough.no_fit')}</p>
          ) : (
            <TooLittle buyers={model.repeatBuyers} needed={model.needed} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

/** Below it the rules call somebody lost (S25). */
const UNLIKELY = 30;

function Distribution({ alive }: { readonly alive: Alive }) {
  const { t } = useTranslation('insights');
  const all = alive.reduce((sum, { members }) => sum + members, 0);
  const unlikely = alive.filter(({ to }) => to < UNLIKELY).reduce((sum, { members }) => sum + members, 0);
  const mostLikelyFirst = [...alive].reverse();
  const table: Table = {
    title: t('chance.question'),
    columns: [
      { name: t('chance.band'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('head.share'), kind: 'percent' },
    ],
    rows: mostLikelyFirst.map(({ from, to, members }) => ({
      id: String(from),
      cells: [`${from}–${to}%`, members, all === 0 ? null : members / all],
      behind: { title: { key: 'insights:chance.list', values: { from, to } }, rule: ruleOfAlive(from, to) },
    })),
  };
  return (
    <Question
      table={table}
      why={t('chance.why')}
      answer={t('chance.answer', {
        count: unlikely,
        people: whole(unlikely),
        of: whole(all),
        share: share(unlikely, all),
      })}
      chart={
        <BarList
          label={table.title}
          bars={mostLikelyFirst.map(({ from, to, members }, index) => ({
            id: String(from),
            name: `${from}–${to}%`,
            value: members,
            words: t('people', { count: members, people: whole(members) }),
            more: share(members, all),
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}
