import type { BusinessDate } from '@domain/units';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { turnTable, useFiguresView } from '../lib/figures-view';
import { type FunctionKey, useFunctionKeys } from '../lib/function-keys';
import { useFormat } from '../lib/store-context';
import classes from './figures-page.module.css';
import { useTableExport } from './table-export';

interface FiguresPageProps {
  readonly label: string;
  /** Of when the figures are; stands in the file as well. */
  readonly asOf: BusinessDate | null;
  /** What else one must know to read them, in the file as well. */
  readonly notes?: readonly { readonly name: string; readonly text: string }[];
  /** As wide as the window, for what stands beside each other. */
  readonly wide?: boolean;
  /** Keys of this page alone, before those of every page of figures. */
  readonly keys?: readonly FunctionKey[];
  /** False where something else has the focus when the page opens, such as the index beside it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/**
 * A page of questions: F4 turns charts into their tables, F10 writes the table in front (in which the focus
 * is; without one, the topmost) to a file, F9 prints. What is only read is scrolled by the arrows.
 */
export function FiguresPage({
  label,
  asOf,
  notes = [],
  wide = false,
  keys = [],
  takesFocus = true,
  children,
}: FiguresPageProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { asTable } = useFiguresView();
  const exporting = useTableExport({
    notes: [...(asOf === null ? [] : [{ name: t('figures.asOf'), text: format.date(asOf) }]), ...notes],
  });
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useFunctionKeys([
    ...keys,
    { key: 'F4', word: t(asTable ? 'figures.chart' : 'figures.table'), run: turnTable, active: asTable },
    exporting.key,
    { key: 'F9', word: t('figures.print'), run: () => window.print() },
  ]);
  return (
    <section
      ref={page}
      tabIndex={-1}
      className={classes.page}
      data-wide={wide}
      data-paper=""
      aria-label={label}
    >
      {exporting.note}
      {children}
    </section>
  );
}
