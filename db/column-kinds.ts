import type { ColumnType } from 'kysely';

/** A column that is written once, never changed. */
export type Fixed<T> = ColumnType<T, T, never>;
/** The same, with a default. */
export type FixedDefault<T> = ColumnType<T, T | undefined, never>;
