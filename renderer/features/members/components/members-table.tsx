import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Ago } from '../../../ui/ago';
import { ComingCell, HeadCell, LongTable } from '../../../ui/long-table';
import { TierMark } from '../../../ui/tier-mark';
import { useLongTable } from '../../../ui/use-long-table';
import { type ListedMember, type Order, useMembersWindow } from '../use-members-window';
import classes from './members-table.module.css';

/** From left to right, with the order that a click on its head gives. */
const COLUMNS = [
  { column: 'name', by: null },
  { column: 'phone', by: null },
  { column: 'memberNo', by: null },
  { column: 'tier', by: null },
  { column: 'points', by: 'points' },
  { column: 'visits', by: 'visits' },
  { column: 'lastVisit', by: 'last_visit' },
  { column: 'joined', by: 'joined' },
] as const satisfies readonly { readonly column: string; readonly by: Order | null }[];
type Column = (typeof COLUMNS)[number]['column'];

interface MembersTableProps {
  readonly order: Order;
  readonly total: number;
  readonly onOrder: (order: Order) => void;
  readonly onOpen: (memberId: string) => void;
}

/** Every member, in the order of one column. */
export function MembersTable({ order, total, onOrder, onOpen }: MembersTableProps) {
  const { t } = useTranslation('members');
  const rows = useLongTable({ total });
  const at = useMembersWindow(order, rows);

  return (
    <LongTable
      label={t('list.title')}
      className={classes.members}
      rows={rows}
      rowAt={at}
      onOpen={onOpen}
      heads={COLUMNS.map(({ column, by }) => (
        <HeadCell
          key={column}
          column={column}
          sorted={by === order}
          onSort={by === null ? null : () => onOrder(by)}
        >
          {t(`list.column.${column}`)}
        </HeadCell>
      ))}
    >
      {(member) => <Cells member={member} />}
    </LongTable>
  );
}

/** One member; not there yet while the page is on its way. */
function Cells({ member }: { readonly member: ListedMember | undefined }) {
  const { t } = useTranslation('members');
  const cells = member === undefined ? null : cellsOf(member, t('nameless'));
  return COLUMNS.map(({ column }) => (
    <td key={column} data-column={column}>
      {cells === null ? <ComingCell /> : cells[column]}
    </td>
  ));
}

const cellsOf = (member: ListedMember, nameless: string): Readonly<Record<Column, ReactNode>> => ({
  name: <strong>{member.name || nameless}</strong>,
  phone: member.phoneMasked,
  memberNo: member.memberNo,
  tier: <TierMark tier={member.tier} />,
  points: whole(member.points),
  visits: whole(member.visits),
  lastVisit: member.lastVisitOn === null ? '—' : <Ago date={member.lastVisitOn} />,
  joined: <Ago date={member.joinedOn} />,
});
