import type { BusinessDate, Fen } from '../units';
import type { RfmGroup } from './words';

/**
 * What a run finds out about the store as a whole, by name. Stored as JSON beside the members' own rows, so
 * that a screen shows it at once; a run replaces all of them. Whoever computes one owns its type.
 */
export interface Findings {
  readonly rfm: RfmFinding;
  readonly pareto: ParetoFinding;
  readonly cohorts: CohortsFinding;
  readonly clusters: ClustersFinding;
  readonly survival: SurvivalFinding;
  readonly model: ModelFinding;
  readonly forecast: ForecastFinding;
  readonly products: ProductsFinding;
  readonly exclusions: ExclusionsFinding;
}
export type FindingName = keyof Findings;

/** Where there are too few data, a finding says so and shows no number it cannot stand for. */
export interface TooLittle {
  readonly enough: false;
  readonly repeatBuyers: number;
  readonly needed: number;
}

/** Cut-offs of the five bands per axis (S14), and the means that part the eight groups. */
export interface RfmFinding {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Members who bought in the window. */
  readonly members: number;
  /** Lower limits of bands 2-5: days since the last purchase (fewer is better, so upper limits), bills, fen. */
  readonly recencyDays: readonly [number, number, number, number];
  readonly bills: readonly [number, number, number, number];
  readonly money: readonly [number, number, number, number];
  /** True where the owner's thresholds decided, false for quantiles. */
  readonly byThreshold: boolean;
  readonly mean: { readonly recencyDays: number; readonly bills: number; readonly money: number };
  readonly groups: readonly { readonly group: RfmGroup; readonly members: number; readonly money: Fen }[];
}

/** The curve of the 80/20 rule (S07) over the money of 12 months: point k = share of money of the best k %. */
export interface ParetoFinding {
  readonly buyers: number;
  readonly money: Fen;
  /** 101 shares in per mille, from 0 to 1000. */
  readonly curve: readonly number[];
  /** Share of money of the best 20 %, per mille; beside the 800 of the rule. */
  readonly topFifth: number;
  /** How many per mille of the buyers bring 800 per mille of the money. */
  readonly forFourFifths: number;
}

/** Of those who first bought in a month, how many bought again so many months later. */
export interface CohortsFinding {
  readonly cohorts: readonly {
    /** `YYYY-MM` of the first purchase. */
    readonly month: string;
    readonly members: number;
    /** Members who bought in month 0, 1, 2 … after it; as far as the month is over. */
    readonly active: readonly number[];
  }[];
}

/** Groups found by k-means on log-scaled recency, frequency, money (S15). */
export interface ClustersFinding {
  /** Null where there are too few buyers to group. */
  readonly chosen: number | null;
  /** Mean silhouette per k that was tried, -1 to 1. */
  readonly silhouettes: readonly { readonly k: number; readonly silhouette: number }[];
  readonly clusters: readonly {
    /** As in `member_insight.cluster`, 0 up. */
    readonly cluster: number;
    readonly members: number;
    /** Centre in plain units (geometric mean). */
    readonly recencyDays: number;
    readonly bills: number;
    readonly money: Fen;
    /** How the centre compares with the store's: the name is made of these three words. */
    readonly words: {
      readonly recency: 'recent' | 'middling' | 'long_ago';
      readonly frequency: 'often' | 'middling' | 'seldom';
      readonly money: 'much' | 'middling' | 'little';
    };
  }[];
}

/** Members who became excluded in the month of the run: as many more sign-ups are wanted in it (S05). */
export interface ExclusionsFinding {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly members: number;
}

/** Kaplan-Meier of the gaps between purchases (S19): how many have come again after so many days. */
export type SurvivalFinding =
  | TooLittle
  | {
      readonly enough: true;
      readonly gaps: number;
      readonly censored: number;
      /** Share not yet back after `day`, with its 95 % interval, per mille. */
      readonly curve: readonly {
        readonly day: number;
        readonly waiting: number;
        readonly low: number;
        readonly high: number;
        readonly atRisk: number;
      }[];
      /** Days after which half have come again; null where fewer than half ever do. */
      readonly medianDays: number | null;
    };

/** BG/NBD and Gamma-Gamma as fitted (S16), and how well they foretold what is known already. */
export type ModelFinding =
  | (TooLittle & {
      /** True where there were buyers enough, but no best fit was found among them. */
      readonly didNotConverge: boolean;
    })
  | {
      readonly enough: true;
      readonly buyers: number;
      readonly repeatBuyers: number;
      readonly purchases: {
        readonly r: number;
        readonly alpha: number;
        readonly a: number;
        readonly b: number;
        readonly logLikelihood: number;
      };
      /** `gamma` in money of 100 fen. Null where money could not be fitted, as when every purchase costs the same. */
      readonly money: {
        readonly p: number;
        readonly q: number;
        readonly gamma: number;
        readonly logLikelihood: number;
      } | null;
      /** Days of one unit of time of the fit: `alpha` is so many of them. */
      readonly unitDays: number;
      /** Sum over all members of what the next 12 months should bring, discounted; null without `money`. */
      readonly expectedMoney: Fen | null;
      readonly expectedPurchases: number;
      readonly backTest: BackTest | null;
    };

/** Fitted on the first part of the store's time, held against the rest; null where there is too little of it. */
export interface BackTest {
  readonly fittedUpTo: BusinessDate;
  readonly until: BusinessDate;
  readonly buyers: number;
  /** Repeat purchases of the hold-out: foretold and real. */
  readonly foretold: number;
  readonly real: number;
  /** Mean absolute error per buyer, beside that of "as many as in the same number of days before". */
  readonly meanError: number;
  readonly naiveError: number;
  /** By purchases of the first part (0, 1, … 6 and more): the mean foretold and the mean real. */
  readonly byFrequency: readonly {
    readonly purchases: number;
    readonly members: number;
    readonly foretold: number;
    readonly real: number;
  }[];
}

/** A month's purchases and money, each with the interval in which it should lie. */
export interface MonthForetold {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly bills: { readonly expected: number; readonly low: number; readonly high: number };
  readonly money: { readonly expected: Fen; readonly low: Fen; readonly high: Fen };
}

interface ForetoldAndReal {
  readonly foretold: number;
  readonly real: number;
  /** "As last month". */
  readonly naive: number;
}

/** Next month's purchases and money of the store by regression (S20), held against the months that are known. */
export type ForecastFinding =
  | { readonly enough: false; readonly months: number; readonly needed: number }
  | (MonthForetold & {
      readonly enough: true;
      /** The month that is not over: what it should come to, and what it has brought so far. */
      readonly current: MonthForetold & { readonly billsSoFar: number; readonly moneySoFar: Fen };
      /** So many of a hundred months should lie within their interval. */
      readonly coverPercent: number;
      /** Whether the month of the year was taken into account. */
      readonly bySeason: boolean;
      /** Months foretold from those before them alone, beside what came; money in fen. Oldest first. */
      readonly backTest: readonly {
        readonly month: string;
        readonly bills: ForetoldAndReal;
        readonly money: ForetoldAndReal;
      }[];
      /** What the back-test got wrong in per mille of what came, and what "as last month" did; null where nothing came. */
      readonly error: { readonly bills: number | null; readonly money: number | null };
      readonly naiveError: { readonly bills: number | null; readonly money: number | null };
      /** The known whole months, oldest first. */
      readonly months: readonly { readonly month: string; readonly bills: number; readonly money: Fen }[];
    });

/** What is bought again (S24), and what together (S36), of the most sold products in 12 months. */
export interface ProductsFinding {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Different products that were sold; those below are the most sold ones. */
  readonly sold: number;
  readonly products: readonly {
    readonly product: string;
    readonly buyers: number;
    /** Buyers who bought it on a later day again. */
    readonly again: number;
    readonly bills: number;
    /** Of its lines, before what was taken off the bill. */
    readonly money: Fen;
  }[];
  /** Bills with lines that were looked at. */
  readonly bills: number;
  /** Those that go together more often than chance would have it, the strongest ties first. */
  readonly pairs: readonly {
    readonly one: string;
    readonly other: string;
    /** Bills with both, with the one, with the other. */
    readonly together: number;
    readonly withOne: number;
    readonly withOther: number;
    /** How much more often than by chance, times 100. */
    readonly lift: number;
  }[];
}
