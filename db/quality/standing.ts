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

/** What is known of the members, and how many are on each list (S31-S33): everybody is read once. */
export async function qualityStanding(
  _db: Reader,
  { today }: { readonly today: BusinessDate },
  raw: SQLite.Database,
): Promise<QualityStanding> {
  const found = raw.prepare<[], Readonly<Record<string, number | null>>>(everybody(today)).get() ?? {};
  const of = (name: string): number => found[name] ?? 0;
  const members = of('members');
  return {
    members,
    completeness: {
      average: members === 0 ? null : Math.round(of('points') / members),
      byTens: Array.from({ length: TENS }, (_, ten) => of(`ten_${ten}`)),
      parts: RECORD_PARTS.map((part) => ({ part, known: of(`part_${part}`), points: PARTS[part] })),
    },
    lists: QUALITY_LISTS.map((list) => ({ list, members: of(`list_${list}`) })),
    duplicates: pairsOf(raw).pairs.length,
  };
}

function everybody(today: BusinessDate): string {
  const parts = RECORD_PARTS.map((part) => `${knownSql(part, 'm')} as part_${part}`);
  const lists = QUALITY_LISTS.map((list) => `${conditionOf(list, today)} as list_${list}`);
  const points = RECORD_PARTS.map((part) => `${PARTS[part]} * part_${part}`).join(' + ');
  const tens = Array.from(
    { length: TENS },
    (_, ten) => `sum(min(points / 10, ${TENS - 1}) = ${ten}) as ten_${ten}`,
  );
  const sums = [
    ...RECORD_PARTS.map((part) => `sum(part_${part}) as part_${part}`),
    ...QUALITY_LISTS.map((list) => `sum(list_${list}) as list_${list}`),
  ];
  return `select count(*) as members, sum(points) as points, ${[...tens, ...sums].join(', ')}
    from (select *, ${points} as points from (select ${[...parts, ...lists].join(', ')}
      from member_lookup l cross join member m on m.n = l.n))`;
}
