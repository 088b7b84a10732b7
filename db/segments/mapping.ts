import { daysBetween } from '../domain/calendar/business-day';
import type { CustomerClass, RfmGroup, Stage, ValueLevel } from '../domain/insights/words';
import type { SegmentRule } from '../domain/segments/segment';
import { type BusinessDate, businessDate, type Fen, fen } from '../domain/units';
import { warnedStill } from '../insights/warned-still';
import { type HitRow, hitFrom, type LookupHit } from '../members/mapping';
import { fenOrNull } from '../nullable';

/** What is stored has passed `flawIn`. */
export const ruleFrom = (json: string): SegmentRule => JSON.parse(json) as SegmentRule;

/** What the last run said of a member. */
export interface MemberInsight {
  readonly class: CustomerClass;
  readonly classBefore: CustomerClass | null;
  readonly value: ValueLevel;
  readonly stage: Stage;
  readonly rfmGroup: RfmGroup | null;
  readonly yearBills: number;
  readonly yearSpent: Fen;
  readonly spent: Fen;
  readonly usualGap: number | null;
  readonly alive: number | null;
  readonly expected: Fen | null;
  readonly warned: boolean;
}

export interface SegmentMember extends Omit<LookupHit, 'match'> {
  readonly joinedOn: BusinessDate;
  readonly silentDays: number | null;
  readonly insight: MemberInsight | null;
}

export const INSIGHT_COLUMNS = `i.class, i.class_before, i.value, i.stage, i.rfm_group, i.year_bills, i.year_fen,
  i.spent_fen, i.usual_gap, i.alive, i.expected_fen, ${warnedStill('i', 'l')} as warned`;

/** `INSIGHT_COLUMNS` of a left join: no class means no row. */
interface InsightRow {
  readonly class: CustomerClass | null;
  readonly class_before: CustomerClass | null;
  readonly value: ValueLevel;
  readonly stage: Stage;
  readonly rfm_group: RfmGroup | null;
  readonly year_bills: number;
  readonly year_fen: number;
  readonly spent_fen: number;
  readonly usual_gap: number | null;
  readonly alive: number | null;
  readonly expected_fen: number | null;
  readonly warned: 0 | 1;
}

export interface SegmentRow extends HitRow, InsightRow {
  readonly n: number;
  readonly joined_on: string;
}

export function segmentMemberFrom(row: SegmentRow, today: BusinessDate): SegmentMember {
  const { match: _, ...hit } = hitFrom(row, 'recent');
  return {
    ...hit,
    joinedOn: businessDate(row.joined_on),
    silentDays: hit.lastVisitOn === null ? null : Math.max(0, daysBetween(hit.lastVisitOn, today)),
    insight: insightFrom(row),
  };
}

function insightFrom(row: InsightRow): MemberInsight | null {
  if (row.class === null) return null;
  return {
    class: row.class,
    classBefore: row.class_before,
    value: row.value,
    stage: row.stage,
    rfmGroup: row.rfm_group,
    yearBills: row.year_bills,
    yearSpent: fen(row.year_fen),
    spent: fen(row.spent_fen),
    usualGap: row.usual_gap,
    alive: row.alive,
    expected: fenOrNull(row.expected_fen),
    warned: row.warned === 1,
  };
}
