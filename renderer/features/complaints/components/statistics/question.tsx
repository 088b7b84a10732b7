import { type ReactNode, useState } from 'react';
import { useRowKeys } from '../../../../ui/use-row-keys';
import { type Bar, BarColumns, BarRows } from './bars';
import classes from './statistics.module.css';

interface QuestionProps {
  /** The title: what the chart answers. */
  readonly question: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
  /** The heads of the table: that of the name, and one for each cell. */
  readonly heads: readonly string[];
  readonly asTable: boolean;
  readonly columns?: boolean;
  /** The answer in one sentence, where there is one. */
  readonly children?: ReactNode;
}

/** A question, and its answer as bars or as the table behind them. */
export function Question({ question, unit, bars, heads, asTable, columns = false, children }: QuestionProps) {
  const Chart = columns ? BarColumns : BarRows;
  return (
    <section className={classes.question} aria-label={question}>
      <h2>{question}</h2>
      {children === undefined ? null : <p className={classes.answer}>{children}</p>}
      {asTable ? (
        <FigureTable
          label={question}
          heads={heads}
          rows={bars.map(({ id, row, cells }) => ({ id, cells: [row, ...cells] }))}
        />
      ) : (
        <Chart label={question} unit={unit} bars={bars} />
      )}
    </section>
  );
}

interface FigureTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** Figures by keyboard: arrows walk the rows. */
export function FigureTable({ label, heads, rows }: FigureTableProps) {
  const [at, setAt] = useState(0);
  const keys = useRowKeys({ count: rows.length, at: Math.min(at, rows.length - 1), onMove: setAt });
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={`${classes.table} numbers`} role="grid" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map(({ id, cells: [name, ...cells] }, index) => (
            <tr
              key={id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setAt(index)}
            >
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={heads[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
