import type { Liability } from './api';

export interface LapseRow {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** In fen. */
  readonly worth: number;
}

interface Words {
  readonly month: (month: string) => string;
  readonly later: string;
  readonly never: string;
}

/** The months one after the other; what lapses beyond them, and what never does, only where there is some. */
export function lapseRows({ months, later, never }: Liability, words: Words): LapseRow[] {
  return [
    ...months.map(({ month, ...owed }) => ({ id: month, name: words.month(month), ...owed })),
    ...(later.points === 0 ? [] : [{ id: 'later', name: words.later, ...later }]),
    ...(never.points === 0 ? [] : [{ id: 'never', name: words.never, ...never }]),
  ];
}
