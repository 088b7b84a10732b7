import { baseline } from './0010-baseline';
import { loyalty } from './0020-loyalty';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every migration in order. A released one is never edited: the next change is a new one. */
export const MIGRATIONS: readonly Migration[] = [baseline, loyalty];
