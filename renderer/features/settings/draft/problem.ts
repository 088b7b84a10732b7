import type { RuleName } from '@domain/settings/rule-problem';
import type { DiscountRefusal } from '@domain/tiers/typed-rights';

/** Why what is typed is no rule. */
export type Problem =
  | {
      readonly code:
        | 'not_whole'
        | 'not_amount'
        | 'not_rate'
        | 'not_month_days'
        | 'not_dates'
        | 'not_spans'
        | 'not_date'
        | 'not_clock'
        | 'not_hours'
        | 'not_day_counts'
        | DiscountRefusal['code']
        | RuleName;
    }
  | { readonly code: 'out_of_range'; readonly min: number; readonly max: number };

/** What is wrong, by the field that it stands at: the path of its rule. */
export type Problems = Readonly<Record<string, Problem>>;
