import { join } from 'node:path';

/** One line of the table. */
export interface Figure {
  readonly test: string;
  readonly what: string;
  readonly n: number;
  readonly seconds: number;
  readonly failures: number;
  /** What the run saw besides: controls and what they lost, the worst time. */
  readonly notes: readonly string[];
  readonly seed: number;
}

export const isLong = process.env.SHUKE_FAULTS_LONG === '1';

/** Where the figures of a run lie until the table is made of them. */
export const figuresFolder = join(process.cwd(), 'out', 'faults');
