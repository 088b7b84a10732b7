import type { ReactNode } from 'react';
import { FigureTable } from '../../../../ui/figure-table';
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
          columns={heads}
          rows={bars.map(({ id, row, cells }) => ({ id, cells: [row, ...cells] }))}
        />
      ) : (
        <Chart label={question} unit={unit} bars={bars} />
      )}
    </section>
  );
}
