import type { SegmentMember } from '@contract/segments';
import { MEMBER_ORDERS, type MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsInSight } from '../../../lib/use-rows-in-sight';
import { useMembersOf } from '../use-members-of';
import { MEMBER_COLUMNS, MemberCells } from './member-cells';
import classes from './member-list.module.css';

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

/** However many there are, only the rows in sight exist. Arrows choose, Enter opens. */
export function MemberRows(props: MemberRowsProps) {
  const { label, rule, order, total, onOrder, onOpen, takesFocus = true } = props;
  const { t } = useTranslation('segments');
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const { scroller, items, height, press } = useRowsInSight({
    ...{ count: total, row: ROW, head: ROW, active, onMove: setActive },
    onEnter: (index) => open(at(index)),
  });
  const { at } = useMembersOf(rule, order, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes up
  useEffect(() => {
    if (takesFocus) grid.current?.focus({ preventScroll: true });
  }, []);

  const open = (member: SegmentMember | undefined) => {
    if (member !== undefined) onOpen(member.id);
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrows is a grid
        role="grid"
        className={`${classes.sheet} numbers`}
        style={{ height }}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={`segment-row-${active}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1} className={classes.heads}>
            {MEMBER_COLUMNS.map((column) => {
              const by = MEMBER_ORDERS.find((each) => each === column);
              const word = t(`list.column.${column}`);
              return (
                <th
                  key={column}
                  scope="col"
                  data-column={column}
                  {...(by === order ? { 'aria-sort': 'descending' as const } : {})}
                >
                  {by === undefined ? (
                    word
                  ) : (
                    <button type="button" className={classes.sort} onClick={() => onOrder(by)}>
                      {word}
                      {by === order ? ' ↓' : ''}
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {items.map(({ index }) => (
            <tr
              key={index}
              id={`segment-row-${index}`}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              style={{ transform: `translateY(${(index + 1) * ROW}px)` }}
              onClick={() => open(at(index))}
            >
              <MemberCells member={at(index)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
