import { MEMBER_ORDERS, type MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { HeadCell, LongTable } from '../../../ui/long-table';
import { useLongTable } from '../../../ui/use-long-table';
import { useMembersOf } from '../use-members-of';
import { MEMBER_COLUMNS, MemberCells } from './member-cells';
import classes from './member-rows.module.css';

interface MemberRowsProps {
  readonly label: string;
  readonly rule: SegmentRule;
  readonly order: MemberOrder;
  readonly total: number;
  readonly onOrder: (order: MemberOrder) => void;
  readonly onOpen: (memberId: string) => void;
  /** False where somebody is typing beside it. */
  readonly takesFocus?: boolean;
}

/** The members of a rule, in the order of one column. */
export function MemberRows(props: MemberRowsProps) {
  const { label, rule, order, total, onOrder, onOpen, takesFocus = true } = props;
  const { t } = useTranslation('segments');
  const rows = useLongTable({ total });
  const at = useMembersOf(rule, order, rows);

  return (
    <LongTable
      label={label}
      className={classes.members}
      rows={rows}
      rowAt={at}
      onOpen={onOpen}
      takesFocus={takesFocus}
      heads={MEMBER_COLUMNS.map((column) => {
        const by = MEMBER_ORDERS.find((each) => each === column);
        return (
          <HeadCell
            key={column}
            column={column}
            sorted={by === order}
            onSort={by === undefined ? null : () => onOrder(by)}
          >
            {t(`list.column.${column}`)}
          </HeadCell>
        );
      })}
    >
      {(member) => <MemberCells member={member} />}
    </LongTable>
  );
}
