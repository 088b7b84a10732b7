import { create } from 'zustand';
import type { Table } from './table';

/** Whoever reads tables rather than charts gets tables wherever both are there. */
export const useFiguresView = create<{ readonly asTable: boolean }>(() => ({ asTable: false }));

export const turnTable = (): void => useFiguresView.setState(({ asTable }) => ({ asTable: !asTable }));

interface Shown {
  readonly section: HTMLElement;
  readonly table: Table;
}
const onScreen = new Set<Shown>();

/** Says that a table is on the screen; the answer takes it away again. */
export function showTable(shown: Shown): () => void {
  onScreen.add(shown);
  return () => void onScreen.delete(shown);
}

/** The table in which the focus is; without one, the topmost. Null where the screen holds none. */
export function tableInFront(): Table | null {
  const inOrder = [...onScreen].sort((one, other) =>
    one.section.compareDocumentPosition(other.section) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const focused = inOrder.find(({ section }) => section.contains(document.activeElement));
  return (focused ?? inOrder[0])?.table ?? null;
}
