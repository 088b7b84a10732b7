import { ruleOfStep } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { HeatTable } from '../../../../ui/heat-table';
import { Question } from '../../../../ui/question';
import { usePipeline } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';

type Pipe = NonNullable<Reply<'insights', 'pipeline'>>;
type Source = Pipe['sources'][number];

/** From getting to know somebody to a base customer (S26), and which source brings those who stay. */
export function Pipeline({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.pipeline')} asOf={asOf} takesFocus={false}>
      <Answered of={usePipeline()}>
        {({ sources, baseFrom }) => (
          <>
            {sources
              .filter(({ source }) => source === null)
              .map((all) => (
                <Steps key="all" all={all} baseFrom={baseFrom} />
              ))}
            {/* The first is all of them: without a second one there is nobody to tell apart. */}
            {sources.length > 1 ? (
              <Sources sources={sources.filter(({ source }) => source !== null)} baseFrom={baseFrom} />
            ) : null}
          </>
        )}
      </Answered>
    </FiguresPage>
  );
}

function Steps({ all: { steps }, baseFrom }: { readonly all: Source; readonly baseFrom: number }) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const first = steps[0]?.members ?? 0;
  const titleOf = (step: Source['steps'][number]['step']): Phrase => ({
    key: `insights:pipeline.step.${step}`,
  });
  const table: Table = {
    title: t('pipeline.question'),
    columns: [
      { name: t('pipeline.head'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('pipeline.of_all'), kind: 'percent' },
      { name: t('pipeline.of_before'), kind: 'percent' },
    ],
    rows: steps.map(({ step, members }, index) => {
      const before = steps[index - 1]?.members ?? members;
      return {
        id: step,
        cells: [
          say(titleOf(step)),
          members,
          first === 0 ? null : members / first,
          before === 0 ? null : members / before,
        ],
        behind: { title: titleOf(step), rule: ruleOfStep(step, null, baseFrom) },
      };
    }),
  };
  return (
    <Question
      table={table}
      why={t('pipeline.why', { from: baseFrom })}
      chart={
        <BarList
          label={table.title}
          bars={steps.map(({ step, members }, index) => ({
            id: step,
            name: say(titleOf(step)),
            value: members,
            words: t('people', { count: members, people: whole(members) }),
            more:
              index === 0
                ? t(`pipeline.means.${step}`)
                : `${t('pipeline.from_before', {
                    share: share(members, steps[index - 1]?.members ?? 0),
                  })} · ${t(`pipeline.means.${step}`)}`,
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}

function Sources({ sources, baseFrom }: { readonly sources: readonly Source[]; readonly baseFrom: number }) {
  const { t } = useTranslation(['insights', 'segments']);
  const heads = sources[0]?.steps.map(({ step }) => t(`insights:pipeline.step.${step}`)) ?? [];
  const wordOf = (source: Source['source']) => (source === null ? '' : t(`segments:choice.source.${source}`));
  const titleOf = (source: NonNullable<Source['source']>, step: Source['steps'][number]['step']): Phrase => ({
    key: 'insights:pipeline.step_of',
    values: {
      source: { key: `segments:choice.source.${source}` },
      step: { key: `insights:pipeline.step.${step}` },
    },
  });
  const table: Table = {
    title: t('insights:pipeline.sources_question'),
    columns: [
      { name: t('insights:pipeline.source'), kind: 'text' },
      ...heads.map((name) => ({ name, kind: 'whole' as const })),
    ],
    rows: sources.map(({ source, steps }) => ({
      id: String(source),
      cells: [wordOf(source), ...steps.map(({ members }) => members)],
    })),
  };
  return (
    <Question
      table={table}
      why={t('insights:pipeline.why', { from: baseFrom })}
      chart={
        <HeatTable
          label={table.title}
          corner={t('insights:pipeline.source')}
          columns={heads}
          rows={sources.map(({ source, steps }) => ({
            id: String(source),
            name: wordOf(source),
            cells: steps.map(({ step, members }) => ({
              words:
                step === 'identify'
                  ? whole(members)
                  : `${whole(members)} · ${share(members, steps[0]?.members ?? 0)}`,
              shade: step === 'identify' ? 0 : members / Math.max(1, steps[0]?.members ?? 0),
              ...(members === 0 || source === null
                ? {}
                : { behind: { title: titleOf(source, step), rule: ruleOfStep(step, source, baseFrom) } }),
            })),
          }))}
        />
      }
    />
  );
}
