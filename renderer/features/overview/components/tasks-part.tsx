import type { Period } from '@domain/calendar/period';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type CareResults, useCareResults } from '../api';
import classes from './overview.module.css';

/** How many bought again after a task, against those whom the lot left out. */
export function TasksPart({ period }: { readonly period: Period }) {
  const { t } = useTranslation('overview');
  return (
    <Awaited
      of={useCareResults(period)}
      skeleton={<Bones rows={3} height={36} />}
      isEmpty={({ kinds }) => kinds.every(({ contacted }) => contacted === 0)}
      empty={
        <section aria-label={t('question.tasks')}>
          <h2 className={classes.title}>{t('question.tasks')}</h2>
          <p className={classes.quiet}>{t('tasks.none')}</p>
        </section>
      }
    >
      {({ kinds }) => <Tasks kinds={kinds.filter(({ contacted }) => contacted > 0)} />}
    </Awaited>
  );
}

function Tasks({ kinds }: Pick<CareResults, 'kinds'>) {
  const { t } = useTranslation(['overview', 'care']);
  const tooEarly = kinds.every(
    ({ taskedBought, contactedBought }) => (taskedBought ?? contactedBought).of === 0,
  );
  const table = useMemo<Table>(
    () => ({
      title: t('question.tasks'),
      columns: [
        { name: t('head.task'), kind: 'text' },
        { name: t('head.contacted'), kind: 'whole' },
        { name: t('head.taskedBought'), kind: 'percent' },
        { name: t('head.controlBought'), kind: 'percent' },
      ],
      rows: kinds.map(({ kind, contacted, taskedBought, controlBought, contactedBought }) => ({
        id: kind,
        cells: [
          t(`care:kind.${kind}`),
          contacted,
          shareOf(taskedBought ?? contactedBought),
          controlBought === null ? null : shareOf(controlBought),
        ],
      })),
    }),
    [t, kinds],
  );
  return (
    <Question table={table} why={t('why.tasks')} {...(tooEarly ? { answer: t('tasks.too_early') } : {})}>
      <p className={classes.quiet}>
        <Link to="/care">{t('tasks.more')}</Link>
      </p>
    </Question>
  );
}

const shareOf = ({ bought, of }: CareResults['kinds'][number]['contactedBought']): number | null =>
  of === 0 ? null : bought / of;
