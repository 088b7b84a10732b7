import type { Fault } from '../support/fault-control';

/** What came of work during which a call to the disk failed. */
export type Tried<T> = {
  readonly fault: Fault;
  /** How many calls have failed; 0 = the disk was well. */
  readonly failed: number;
  readonly ms: number;
} & ({ readonly ended: 'well'; readonly value: T } | { readonly ended: 'badly'; readonly error: unknown });

/** Does this while the chosen call fails; the disk is well again when it answers. */
export type WhileFailing = <T>(work: () => T | Promise<T>) => Promise<Tried<T>>;

/** Something that main does, tried again and again, each time with another call that fails. */
export interface Subject {
  /** One try from a good beginning; answers what is wrong now that may not be. */
  readonly attempt: (whileFailing: WhileFailing) => Promise<readonly string[]>;
  /** What is wrong after all tries. */
  readonly end: () => Promise<readonly string[]>;
}

/** `folder`: below it calls fail. */
export type MakeSubject = (folder: string) => Promise<Subject>;

/** A person waits no longer for an answer than this. */
export const ANSWER_MS = 1000;
