import type { CohortsFinding } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../../lib/format';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { FiguresPage } from '../../../../ui/figures-page';
import { HeatTable } from '../../../../ui/heat-table';
import { Question } from '../../../../ui/question';
import { useCohorts } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

/** Of those who first bought in a month, how many came again in the months after it. */
export function Retention({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.retention')} asOf={asOf} takesFocus={false}>
      <Answered of={useCohorts()}>
        {({ cohorts }) =>
          cohorts.length === 0 ? (
            <p className={page.note}>{t('retention.nobody')}</p>
          ) : (
            <Cohorts cohorts={cohorts} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

/** Month 0 is the first purchase itself: everybody bought in it. */
const FIRST = 1;

function Cohorts({ cohorts }: CohortsFinding) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const months = Math.max(...cohorts.map(({ active }) => active.length)) - FIRST;
  const after = Array.from({ length: Math.max(0, months) }, (_, month) => month + FIRST);
  const newestFirst = [...cohorts].reverse();
  const table: Table = {
    title: t('retention.question'),
    columns: [
      { name: t('retention.month'), kind: 'text' },
      { name: t('retention.buyers'), kind: 'whole' },
      ...after.map((month) => ({ name: t('retention.after', { month }), kind: 'percent' as const })),
    ],
    rows: newestFirst.map(({ month, members, active }) => ({
      id: month,
      cells: [
        format.month(month),
        members,
        ...after.map((at) => {
          const bought = active[at];
          return bought === undefined || members === 0 ? null : bought / members;
        }),
      ],
    })),
  };
  const [bought, of] = cohorts
    .filter(({ active }) => active.length > FIRST)
    .reduce(([some, all], { members, active }) => [some + (active[FIRST] ?? 0), all + members], [0, 0]);
  return (
    <Question
      table={table}
      why={t('retention.why')}
      answer={t('retention.answer', { share: share(bought, of) })}
      chart={
        <HeatTable
          label={table.title}
          corner={t('retention.month')}
          columns={[t('retention.buyers'), ...after.map((month) => t('retention.after', { month }))]}
          rows={newestFirst.map(({ month, members, active }) => ({
            id: month,
            name: format.month(month),
            cells: [
              { words: whole(members), shade: 0 },
              ...after.map((at) => {
                const again = active[at];
                return again === undefined || members === 0
                  ? null
                  : { words: `${Math.round((again / members) * 100)}%`, shade: again / members };
              }),
            ],
          }))}
        />
      }
    />
  );
}
