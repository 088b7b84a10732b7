import { ruleOfRelation, ruleOfStage } from '@domain/insights/rules-of';
import { RELATIONS } from '@domain/insights/words';
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
import { useRules, useViews } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Views = NonNullable<Reply<'insights', 'views'>>;

/** How far each has come with the shop (S25): new, old and lost customers, and what each needs most (S23). */
export function Stages({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.stages')} asOf={asOf} takesFocus={false}>
      <Answered of={useViews()}>
        {({ stages, members }) => (
          <>
            <Needs stages={stages} />
            <HowFar stages={stages} members={members} />
          </>
        )}
      </Answered>
    </FiguresPage>
  );
}

function Needs({ stages }: { readonly stages: Views['stages'] }) {
  const { t } = useTranslation(['insights', 'segments']);
  const say = useSay();
  return (
    <Asked title={t('insights:relation.question')} why={t('insights:relation.why')}>
      <ul className={page.cards}>
        {RELATIONS.map((relation) => {
          const title: Phrase = { key: `segments:choice.relation.${relation}` };
          const members = stages
            .filter((each) => each.relation === relation)
            .reduce((all, each) => all + each.members, 0);
          return (
            <li key={relation} className={page.card}>
              <h3>
                {say(title)} · {t(`insights:relation.need.${relation}`)}
              </h3>
              <span className={page.number}>
                <BehindFigure title={title} rule={ruleOfRelation(relation)}>
                  {t('insights:people', { count: members, people: whole(members) })}
                </BehindFigure>
              </span>
              <p>{t(`insights:relation.do.${relation}`)}</p>
            </li>
          );
        })}
      </ul>
    </Asked>
  );
}

function HowFar({ stages, members }: Pick<Views, 'stages' | 'members'>) {
  const { t } = useTranslation(['insights', 'segments']);
  const { data } = useRules();
  const titleOf = (stage: Views['stages'][number]['stage']): Phrase => ({
    key: 'insights:stages.title',
    values: { stage: { key: `segments:choice.stage.${stage}` } },
  });
  const table: Table = {
    title: t('insights:stages.question'),
    columns: [
      { name: t('insights:head.stage'), kind: 'text' },
      { name: t('insights:head.members'), kind: 'whole' },
      { name: t('insights:head.share'), kind: 'percent' },
    ],
    rows: stages.map(({ stage, members: of }) => ({
      id: stage,
      cells: [t(`segments:choice.stage.${stage}`), of, members === 0 ? 0 : of / members],
      behind: { title: titleOf(stage), rule: ruleOfStage(stage) },
    })),
  };
  const rules = data?.rules.insights;
  return (
    <Question
      table={table}
      why={
        rules === undefined
          ? null
          : t('insights:stages.why', {
              growth: rules.growthPercent,
              alive: rules.lost.alivePercent,
              gaps: rules.lost.usualGaps,
            })
      }
      chart={
        <BarList
          label={table.title}
          bars={stages.map(({ stage, members: of }, index) => ({
            id: stage,
            name: t(`segments:choice.stage.${stage}`),
            value: of,
            words: t('insights:people', { count: of, people: whole(of) }),
            more: `${share(of, members)} · ${t(`insights:stages.means.${stage}`)}`,
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}
