import type { TaskKind } from '@domain/care/task';
import { create } from 'zustand';
import type { Which } from './api';

interface TasksView {
  readonly which: Which;
  /** Null = all kinds. */
  readonly kind: TaskKind | null;
  readonly offset: number;
  readonly picked: string | null;
}

/** Where one was in the list: still there after a look at the counter or at the results. */
export const useTasksView = create<TasksView>(() => ({
  which: 'today',
  kind: null,
  offset: 0,
  picked: null,
}));

/** Another list begins at its first row. */
export const look = (at: Partial<Omit<TasksView, 'picked'>>): void =>
  useTasksView.setState({ offset: 0, ...at, picked: null });
export const pick = (picked: string | null): void => useTasksView.setState({ picked });
