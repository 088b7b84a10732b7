import type { Kind } from './kinds';
import type { Problem } from './problem';

type Whole<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** Reads one field after the other and keeps what is wrong, so that all of it is said at once. */
export class Reading {
  readonly problems: Record<string, Problem> = {};

  /** Undefined when the text is no such rule. */
  field<T>(at: string, kind: Kind<T>, text: string): T | undefined {
    const read = kind.read(text);
    if ('value' in read) return read.value;
    this.problems[at] = read;
    return undefined;
  }

  /** Something made of several fields; null while one of them cannot be read. */
  whole<T extends object>(parts: T): Whole<T> | null {
    const missing = Object.values(parts).some((part) => part === undefined);
    return missing ? null : (parts as Whole<T>); // nothing in it is undefined any more
  }
}
