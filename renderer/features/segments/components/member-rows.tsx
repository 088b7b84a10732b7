import { MEMBER_ORDERS, type MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsInSight } from '../../../lib/use-rows-in-sight';
import { HeadCell, LongTable } from '../../../ui/long-table';
import { useMembersOf } from '../use-members-of';
import { MEMBER_COLUMNS, MemberCells } from './member-cells';
import classes from './member-rows.module.css';

const ROW = 36;

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
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const open = (index: number) => {
    const member = at(index);
    if (member !== undefined) onOpen(member.id);
  };
  const sight = useRowsInSight({
    ...{ count: total, row: ROW, head: ROW, active },
    ...{ onMove: setActive, onEnter: open },
  });
  const { items } = sight;
  const { at } = useMembersOf(rule, order, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes up
  useEffect(() => {
    if (takesFocus) grid.current?.focus({ preventScroll: true });
  }, []);

  return (
    <LongTable
      ref={grid}
      label={label}
      className={classes.members}
      head={ROW}
      row={ROW}
      {...{ sight, total, active }}
      onOpen={open}
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
      {(index) => <MemberCells member={at(index)} />}
    </LongTable>
  );
}
