import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type Liability, useLiability } from '../api';
import classes from './overview.module.css';

/** What the shop owes in points, and what of it lapses next. */
export function OwedPart() {
  return (
    <Awaited of={useLiability()} skeleton={<Bones rows={3} height={36} />}>
      {(owed) => <Owed owed={owed} />}
    </Awaited>
  );
}

/** Months that are told here; all of them stand at the liability. */
const MONTHS = 3;

function Owed({ owed }: { readonly owed: Liability }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const table = useMemo<Table>(
    () => ({
      title: t('question.owed'),
      columns: [
        { name: t('head.lapse'), kind: 'text' },
        { name: t('head.points'), kind: 'whole' },
        { name: t('head.worth'), kind: 'money' },
      ],
      rows: owed.months.slice(0, MONTHS).map(({ month, points, worth }) => ({
        id: month,
        cells: [format.month(month), points, worth],
      })),
      total: [t('owed.all'), owed.points, owed.worth],
    }),
    [t, owed, format],
  );
  return (
    <Question
      table={table}
      why={t('why.owed')}
      answer={t('owed.answer', {
        ...{ count: owed.members, members: whole(owed.members), points: whole(owed.points) },
        worth: money(owed.worth),
      })}
    >
      <p className={classes.quiet}>
        <Link to="/loyalty">{t('owed.more')}</Link>
      </p>
    </Question>
  );
}
