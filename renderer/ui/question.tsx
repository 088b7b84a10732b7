import { isTextual } from '@domain/exchange/table';
import { type ReactNode, useEffect, useRef } from 'react';
import { showTable, useFiguresView } from '../lib/figures-view';
import { type Table, useCellWords } from '../lib/table';
import { FigureTable } from './figure-table';
import classes from './question.module.css';
import { Why } from './why';

interface QuestionProps {
  /** The figures of the answer; its title is the question. */
  readonly table: Table;
  /** How they are counted, behind `?`. */
  readonly why: ReactNode;
  /** The answer in a sentence. */
  readonly answer?: ReactNode;
  /** Stands for the table until one asks for it; without one the table is the answer. */
  readonly chart?: ReactNode;
  /** What belongs to it, below. */
  readonly children?: ReactNode;
}

/** A question as the title, its answer in words, as a chart or as the table behind it, its definition behind `?`. */
export function Question({ table, why, answer, chart, children }: QuestionProps) {
  const { asTable } = useFiguresView();
  const section = useRef<HTMLElement>(null);
  useEffect(
    () => (section.current === null ? undefined : showTable({ section: section.current, table })),
    [table],
  );
  return (
    <section ref={section} className={classes.question} aria-label={table.title}>
      <h2 className={classes.title}>
        <Why title={table.title} content={() => <div className={classes.why}>{why}</div>}>
          {table.title}
        </Why>
      </h2>
      {answer === undefined ? null : <p className={classes.answer}>{answer}</p>}
      {chart !== undefined && !asTable ? chart : <Figures table={table} />}
      {children}
    </section>
  );
}

function Figures({ table: { title, columns, rows, total } }: { readonly table: Table }) {
  const words = useCellWords();
  const worded = (cells: Table['rows'][number]['cells']) =>
    columns.map(({ kind }, column) => words(kind, cells[column]));
  return (
    <FigureTable
      label={title}
      columns={columns.map(({ name }) => name)}
      words={columns.flatMap(({ kind }, place) => (isTextual(kind) ? [place] : []))}
      rows={rows.map(({ id, cells, behind }) => ({ id, cells: worded(cells), behind }))}
      {...(total === undefined ? {} : { total: worded(total) })}
    />
  );
}
