import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of what `prepare.mjs` has made for this run. */
    readonly faultTools: string;
  }
}

export type ChildName =
  | 'till'
  | 'recorded-till'
  | 'recorded-files'
  | 'failing-disk'
  | 'migrator'
  | 'guesser'
  | 'pos-watch';

/** A child of the suites, bundled: node runs it. */
export const childFile = (name: ChildName): string => join(inject('faultTools'), 'children', `${name}.mjs`);

/** What records and fails the calls to the disk of whatever it is loaded into (LD_PRELOAD). */
export const shimFile = (): string => join(inject('faultTools'), 'disk.so');
