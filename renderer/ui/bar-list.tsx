import { useState } from 'react';
import { type Behind, figureOf, useOpenBehind } from '../lib/behind';
import classes from './bar-list.module.css';
import { useRowKeys } from './use-row-keys';

interface BarListProps {
  readonly label: string;
  readonly bars: readonly {
    readonly id: string;
    readonly name: string;
    /** Says how long the bar is, compared with the others. */
    readonly value: number;
    /** The figure itself, written at the bar's end. */
    readonly words: string;
    /** A second figure, beside it in grey. */
    readonly more?: string;
    /** What it should be, as a mark on the bar's way. */
    readonly mark?: number;
    /** Drawn as an outline: it has not come yet. */
    readonly isOpen?: boolean;
    readonly behind?: Behind | undefined;
  }[];
  /** What the longest bar stands for; the largest value, if nothing is said. */
  readonly full?: number;
}

/** Bars under each other, each with its figure: walked by arrows, Enter opens whom a bar counts. */
export function BarList({ label, bars, full }: BarListProps) {
  const [at, setAt] = useState(0);
  const show = useOpenBehind();
  const open = (behind: Behind | undefined) => {
    if (behind !== undefined) show(behind);
  };
  const keys = useRowKeys({
    count: bars.length,
    at: Math.min(at, bars.length - 1),
    onMove: setAt,
    onOpen: (row) => open(bars[row]?.behind),
  });
  const most = full ?? Math.max(...bars.map(({ value, mark }) => Math.max(value, mark ?? 0)), 0);
  const percentOf = (value: number) => `${most <= 0 ? 0 : Math.max(0, Math.min(100, (value / most) * 100))}%`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that are walked by keyboard are a grid
    <table className={`${classes.bars} numbers`} role="grid" aria-label={label}>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {bars.map(({ id, name, value, words, more, mark, isOpen, behind }, index) => (
          <tr
            key={id}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={index === at}
            data-figure={behind && figureOf(behind.title)}
            onFocus={() => setAt(index)}
            onClick={() => open(behind)}
          >
            <th scope="row">{name}</th>
            <td className={classes.way}>
              <span
                className={classes.bar}
                data-open={isOpen || undefined}
                style={{ inlineSize: percentOf(value) }}
              />
              {mark === undefined ? null : (
                <span className={classes.mark} style={{ insetInlineStart: percentOf(mark) }} />
              )}
            </td>
            <td className={classes.words}>
              {words}
              {more === undefined ? null : <span className={classes.more}>{more}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
