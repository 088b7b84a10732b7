import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useRowsInSight } from '../../../lib/use-rows-in-sight';
import { Ago } from '../../../ui/ago';
import { TierMark } from '../../../ui/tier-mark';
import { type ListedMember, ORDERS, type Order, useMembersWindow } from '../use-members-window';
import classes from './members-table.module.css';

const ROW = 36;
const features = tableFeatures({});
/** A place in the list; its member is not there yet while the page is on its way. */
interface Place {
  readonly index: number;
  readonly member: ListedMember | undefined;
}
const helper = createColumnHelper<typeof features, Place>();

function useColumns() {
  const { t } = useTranslation('members');
  return useMemo(
    () =>
      helper.columns([
        helper.display({
          id: 'name',
          header: t('list.column.name'),
          cell: ({ row }) => <strong>{row.original.member?.name || t('nameless')}</strong>,
        }),
        helper.display({
          id: 'phone',
          header: t('list.column.phone'),
          cell: ({ row }) => row.original.member?.phoneMasked,
        }),
        helper.display({
          id: 'memberNo',
          header: t('list.column.memberNo'),
          cell: ({ row }) => row.original.member?.memberNo,
        }),
        helper.display({
          id: 'tier',
          header: t('list.column.tier'),
          cell: ({ row }) =>
            row.original.member === undefined ? null : <TierMark tier={row.original.member.tier} />,
        }),
        helper.display({
          id: 'points',
          header: t('list.column.points'),
          cell: ({ row }) => whole(row.original.member?.points ?? 0),
        }),
        helper.display({
          id: 'visits',
          header: t('list.column.visits'),
          cell: ({ row }) => whole(row.original.member?.visits ?? 0),
        }),
        helper.display({
          id: 'last_visit',
          header: t('list.column.lastVisit'),
          cell: ({ row }) => {
            const date = row.original.member?.lastVisitOn ?? null;
            return date === null ? '—' : <Ago date={date} />;
          },
        }),
        helper.display({
          id: 'joined',
          header: t('list.column.joined'),
          cell: ({ row }) =>
            row.original.member === undefined ? null : <Ago date={row.original.member.joinedOn} />,
        }),
      ]),
    [t],
  );
}

const asOrder = (id: string): Order | undefined => ORDERS.find((order) => order === id);

interface MembersTableProps {
  readonly order: Order;
  readonly total: number;
  readonly onOrder: (order: Order) => void;
  readonly onOpen: (memberId: string) => void;
}

/** Every member, however many: only the rows in sight exist. */
export function MembersTable({ order, total, onOrder, onOpen }: MembersTableProps) {
  const { t } = useTranslation('members');
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const { scroller, items, height, press } = useRowsInSight({
    ...{ count: total, row: ROW, head: ROW, active, onMove: setActive },
    onEnter: (index) => open(at(index)),
  });
  const { at } = useMembersWindow(order, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const data: Place[] = items.map(({ index }) => ({ index, member: at(index) }));
  const table = useTable({ features, columns: useColumns(), data, getRowId: (place) => String(place.index) });

  useEffect(() => grid.current?.focus({ preventScroll: true }), []);
  const open = (member: Place['member']) => {
    if (member !== undefined) onOpen(member.id);
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrows is a grid
        role="grid"
        className={classes.sheet}
        style={{ height }}
        aria-label={t('list.title')}
        aria-rowcount={total + 1}
        aria-activedescendant={`member-row-${active}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1} className={classes.head}>
              {group.headers.map((header) => (
                <HeadCell key={header.id} id={header.column.id} order={order} onOrder={onOrder}>
                  <table.FlexRender header={header} />
                </HeadCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => {
            const { index, member } = row.original;
            return (
              <tr
                key={row.id}
                id={`member-row-${index}`}
                aria-rowindex={index + 2}
                aria-selected={index === active}
                className={classes.row}
                style={{ transform: `translateY(${(index + 1) * ROW}px)` }}
                onClick={() => open(member)}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={classes.cell} data-column={cell.column.id}>
                    {member === undefined ? (
                      <span className={classes.bone} />
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface HeadCellProps {
  readonly id: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly children: ReactNode;
}

function HeadCell({ id, order, onOrder, children }: HeadCellProps) {
  const by = asOrder(id);
  return (
    <th
      scope="col"
      className={classes.cell}
      data-column={id}
      {...(by === order ? { 'aria-sort': 'descending' as const } : {})}
    >
      {by === undefined ? (
        children
      ) : (
        <button type="button" className={classes.sort} onClick={() => onOrder(by)}>
          {children}
          {by === order ? ' ↓' : ''}
        </button>
      )}
    </th>
  );
}
