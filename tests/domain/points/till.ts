import type { Shortfall } from '@domain/purchases/refund';

/** What a sequence may ask of a ledger: the same words for the coin model, the paper ledger and the real store. */
export type Step =
  | { readonly do: 'sale'; readonly total: number; readonly exempt: number; readonly redeem: Redeem }
  | { readonly do: 'refund'; readonly sale: number; readonly part: Part; readonly shortfall: Shortfall }
  | { readonly do: 'undo'; readonly sale: number }
  | { readonly do: 'adjust'; readonly points: number | 'take all' }
  | { readonly do: 'opening'; readonly points: number; readonly lastsDays: number | null }
  | { readonly do: 'days'; readonly days: number }
  | { readonly do: 'sweep' };

/** How many points to redeem: one of the presets, or a number that may well be refused. */
export type Redeem = { readonly preset: 0 | 1 | 2 } | { readonly points: number };
/** How much of a bill to return: a share of the total in percent, the rest, or an amount that may be too much. */
export type Part = { readonly percent: number } | 'rest' | { readonly fen: number };

/** The step with its numbers resolved, so that every ledger is asked exactly the same. */
export type Asked =
  | { readonly do: 'sale'; readonly total: number; readonly exempt: number; readonly redeem: number }
  | { readonly do: 'refund'; readonly sale: number; readonly amount: number; readonly shortfall: Shortfall }
  | { readonly do: 'adjust'; readonly points: number }
  | Exclude<Step, { readonly do: 'sale' | 'refund' | 'adjust' }>;

/** What came of a step: the code it was refused with, or its numbers. */
export type Result = { readonly refused: string } | Readonly<Record<string, unknown>>;

export interface Standing {
  readonly usable: number;
  readonly owed: number;
  /** Living lots, soonest first: [last day, remaining]. */
  readonly lots: readonly (readonly [string | null, number])[];
}

export interface Till {
  readonly ask: (asked: Asked) => Promise<Result> | Result;
  readonly standing: () => Promise<Standing> | Standing;
}
