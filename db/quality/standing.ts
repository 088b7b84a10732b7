import type SQLite from 'better-sqlite3';
import { PARTS, RECORD_PARTS, type RecordPart } from '../domain/members/completeness';
import { QUALITY_LISTS, type QualityList } from '../domain/quality/checks';
import type { BusinessDate } from '../domain/units';
import { knownSql } from '../members/completeness';
import type { Reader } from '../schema';
import { conditionOf } from './conditions';
import { pairsOf } from './duplicates';

const TENS = 10;

export interface QualityStanding {
  readonly members: number;
  readonly completeness: {
    readonly average: number | null;
    /** Members by tens: 0-9, 10-19, … 90-100. */
    readonly byTens: number[];
    readonly parts: { readonly part: RecordPart; readonly known: number; readonly points: number }[];
  };
  readonly lists: { readonly list: QualityList; readonly members: number }[];
  readonly duplicates: number;
}

/** Everybody who has the same parts known and is on the same lists, by the bits of their places. */
interface AlikeRow {
  readonly known: number;
  readonly lists: number;
  readonly members: number;
}

/** What is known of the members, and how many are on each list (S31-S33): everybody is read once. */
export async function qualityStanding(
  _db: Reader,
  { today }: { readonly today: BusinessDate },
  raw: SQLite.Database,
): Promise<QualityStanding> {
  const groups = raw.prepare<[], AlikeRow>(everybody(today)).all();
  const membersWhere = (holds: (group: AlikeRow) => boolean): number =>
    groups.reduce((sum, group) => sum + (holds(group) ? group.members : 0), 0);
  const members = membersWhere(() => true);
  const points = groups.reduce((sum, group) => sum + pointsOf(group) * group.members, 0);
  return {
    members,
    completeness: {
      average: members === 0 ? null : Math.round(points / members),
      byTens: Array.from({ length: TENS }, (_, ten) =>
        membersWhere((group) => Math.min(TENS - 1, Math.floor(pointsOf(group) / TENS)) === ten),
      ),
      parts: RECORD_PARTS.map((part, place) => ({
        part,
        known: membersWhere(({ known }) => has(known, place)),
        points: PARTS[part],
      })),
    },
    lists: QUALITY_LISTS.map((list, place) => ({
      list,
      members: membersWhere(({ lists }) => has(lists, place)),
    })),
    duplicates: pairsOf(raw).pairs.length,
  };
}

const has = (bits: number, place: number): boolean => ((bits >> place) & 1) === 1;

const pointsOf = ({ known }: AlikeRow): number =>
  RECORD_PARTS.reduce((sum, part, place) => sum + (has(known, place) ? PARTS[part] : 0), 0);

/** Grouped by the bits, of what is true alone (a null would take all of them along): sums over the conditions themselves would look each of them up many times over. */
function everybody(today: BusinessDate): string {
  const bits = (conditions: readonly string[]) =>
    conditions.map((condition, place) => `(((${condition}) is true) << ${place})`).join(' | ');
  return `select ${bits(RECORD_PARTS.map((part) => knownSql(part, 'm')))} as known,
      ${bits(QUALITY_LISTS.map((list) => conditionOf(list, today)))} as lists, count(*) as members
    from member_lookup l cross join member m on m.n = l.n group by known, lists`;
}
