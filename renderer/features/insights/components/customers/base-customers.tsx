import { ruleOfBase, ruleOfBaseScore, ruleOfTrait } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { Asked } from '../../../../ui/asked';
import { BarList } from '../../../../ui/bar-list';
import { BehindFigure } from '../../../../ui/behind';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useViews } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Base = NonNullable<Reply<'insights', 'views'>>['base'];

interface BaseProps {
  readonly base: Base;
  readonly members: number;
}

/** Base customers 基盘客户 (S12): the four traits, who has how many of them. */
export function BaseCustomers({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.base')} asOf={asOf} takesFocus={false}>
      <Answered of={useViews()}>
        {({ base, members }) => (
          <>
            <Asked title={t('base.title')} why={t('base.why')}>
              <span className={page.number}>
                <BehindFigure title={{ key: 'insights:customers.base' }} rule={ruleOfBase(base.from)}>
                  {t('people', { count: base.members, people: whole(base.members) })}
                </BehindFigure>
              </span>
              <p className={page.note}>
                {t('base.means', { from: base.from, share: share(base.members, members) })}
              </p>
            </Asked>
            <Traits base={base} members={members} />
            <Scores base={base} members={members} />
          </>
        )}
      </Answered>
    </FiguresPage>
  );
}

function Traits({ base: { traits }, members }: BaseProps) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const table: Table = {
    title: t('base.traits_question'),
    columns: [
      { name: t('base.trait'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('base.asks'), kind: 'text' },
    ],
    rows: traits.map(({ trait, members: of }) => {
      const title: Phrase = { key: `insights:base.is.${trait}` };
      return {
        id: trait,
        cells: [say(title), of, t(`base.counts.${trait}`)],
        behind: { title, rule: ruleOfTrait(trait) },
      };
    }),
  };
  return (
    <Question
      table={table}
      why={t('base.why')}
      chart={
        <BarList
          label={table.title}
          bars={traits.map(({ trait, members: of }, index) => ({
            id: trait,
            name: t(`base.is.${trait}`),
            value: of,
            words: t('people', { count: of, people: whole(of) }),
            more: `${share(of, members)} · ${t(`base.counts.${trait}`)}`,
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}

function Scores({ base: { scores }, members }: BaseProps) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const table: Table = {
    title: t('base.scores_question'),
    columns: [
      { name: t('base.score'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
    ],
    rows: scores.map(({ score, members: of }) => {
      const title: Phrase = { key: 'insights:base.has', values: { count: score } };
      return { id: String(score), cells: [say(title), of], behind: { title, rule: ruleOfBaseScore(score) } };
    }),
  };
  return (
    <Question
      table={table}
      why={t('base.why')}
      chart={
        <BarList
          label={table.title}
          bars={scores.map(({ score, members: of }, index) => ({
            id: String(score),
            name: t('base.has', { count: score }),
            value: of,
            words: t('people', { count: of, people: whole(of) }),
            more: share(of, members),
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}
