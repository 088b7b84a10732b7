import type { BusinessDate } from '@domain/units';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tableInFront, turnTable, useFiguresView } from '../lib/figures-view';
import { type FunctionKey, useFunctionKeys } from '../lib/function-keys';
import { useFormat } from '../lib/store-context';
import { useAct } from '../lib/use-command';
import classes from './figures-page.module.css';
import { SavedNote } from './saved-note';

interface FiguresPageProps {
  readonly label: string;
  /** Of when the figures are; stands in the file as well. */
  readonly asOf: BusinessDate | null;
  /** Keys of this page alone, before those of every page of figures. */
  readonly keys?: readonly FunctionKey[];
  /** False where something else has the focus when the page opens, such as the index beside it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/**
 * A page of questions: F4 turns charts into their tables, F8 writes the table in front (in which the focus
 * is; without one, the topmost) to a file, F9 prints. What is only read is scrolled by the arrows.
 */
export function FiguresPage({ label, asOf, keys = [], takesFocus = true, children }: FiguresPageProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { asTable } = useFiguresView();
  const { now, run } = useAct('exchange', 'saveTable');
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const save = () => {
    const table = tableInFront();
    if (table === null) return;
    void run({
      title: table.title,
      columns: table.columns.map((column) => ({ ...column })),
      rows: [...table.rows.map(({ cells }) => [...cells]), ...(table.total ? [[...table.total]] : [])],
      notes: asOf === null ? [] : [{ name: t('figures.asOf'), text: format.date(asOf) }],
    });
  };
  useFunctionKeys([
    ...keys,
    { key: 'F4', word: t(asTable ? 'figures.chart' : 'figures.table'), run: turnTable, active: asTable },
    { key: 'F8', word: t('figures.save'), run: save, disabled: now.state === 'busy' },
    { key: 'F9', word: t('figures.print'), run: () => window.print() },
  ]);
  return (
    <section ref={page} tabIndex={-1} className={classes.page} data-paper="" aria-label={label}>
      <SavedNote of={now} onRetry={save} />
      {children}
    </section>
  );
}
