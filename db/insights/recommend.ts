import { sql } from 'kysely';
import { addMonths } from '../domain/calendar/business-day';
import { type BoughtProduct, type Hint, hintFor } from '../domain/insights/recommend';
import type { BusinessDate } from '../domain/units';
import { billStands } from '../purchases/standing';
import type { Reader } from '../schema';
import { storedFinding } from './standing';

/** Of one who buys every day: what they buy shows in so many products. */
const PRODUCTS_LOOKED_AT = 500;

/** A hint with the days whose bills it was counted on. */
export interface CountedHint extends Hint {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** What to point out to a member (S36), out of the last run; null where nothing goes with what they buy. */
export async function hintOf(db: Reader, memberId: string, today: BusinessDate): Promise<CountedHint | null> {
  const finding = await storedFinding(db, 'products');
  if (finding === null || finding.pairs.length === 0) return null;
  const hint = hintFor(await boughtInYear(db, memberId, today), finding.pairs);
  return hint && { ...hint, from: finding.from, to: finding.to };
}

/** What was on their bills of the last 12 months that stand, the most bought first; the latest of equals. */
async function boughtInYear(db: Reader, memberId: string, today: BusinessDate): Promise<BoughtProduct[]> {
  return db
    .selectFrom('purchase as p')
    .innerJoin('purchase_line as line', 'line.purchase_id', 'p.id')
    .select((eb) => ['line.product', eb.fn.count<number>('p.seq').distinct().as('bills')])
    .where('p.member_id', '=', memberId)
    .where('p.business_date', '>', addMonths(today, -12))
    .where('line.product', '<>', '')
    .where(sql<boolean>`${sql.raw(billStands('p'))}`)
    .groupBy('line.product')
    .orderBy('bills', 'desc')
    .orderBy((eb) => eb.fn.max('p.seq'), 'desc')
    .orderBy('line.product')
    .limit(PRODUCTS_LOOKED_AT)
    .execute();
}
