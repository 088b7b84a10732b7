import type SQLite from 'better-sqlite3';
import { maskPhone } from '../domain/members/phone';
import type { QualityList } from '../domain/quality/checks';
import type { StoredBirthday } from '../domain/quality/odd';
import { type BusinessDate, businessDate } from '../domain/units';
import { completenessSql } from '../members/completeness';
import { dateOrNull } from '../nullable';
import type { Reader } from '../schema';
import { conditionOf } from './conditions';

/** A member whose record is to be looked at. */
export interface QualityRecord {
  readonly memberId: string;
  readonly memberNo: string;
  readonly name: string;
  readonly phoneMasked: string;
  readonly birthday: StoredBirthday | null;
  readonly joinedOn: BusinessDate;
  readonly lastVisitOn: BusinessDate | null;
  readonly visits: number;
  readonly completeness: number;
}

interface RecordRow {
  readonly n: number;
  readonly id: string;
  readonly member_no: string;
  readonly name: string;
  readonly phone: string | null;
  readonly birth_year: number | null;
  readonly birth_month: number | null;
  readonly birth_day: number | null;
  readonly joined_on: string;
  readonly last_visit: string | null;
  readonly visits: number;
  readonly completeness: number;
}

const RECORD = `m.n, m.id, m.member_no, m.name, m.phone, m.birth_year, m.birth_month, m.birth_day, m.joined_on,
  l.last_visit, l.visits, ${completenessSql('m')} as completeness`;

/** Everybody who is served has a lookup row. */
const EVERYBODY = 'from member_lookup l cross join member m on m.n = l.n';

/** Who is on a list, those who come most first; the total is counted anew with each page. */
export async function qualityList(
  _db: Reader,
  asked: {
    readonly list: QualityList;
    readonly offset: number;
    readonly limit: number;
    readonly today: BusinessDate;
  },
  raw: SQLite.Database,
): Promise<{ total: number; rows: QualityRecord[] }> {
  const condition = conditionOf(asked.list, asked.today);
  const total = raw.prepare<[], number>(`select count(*) ${EVERYBODY} where ${condition}`).pluck().get() ?? 0;
  const rows = raw
    .prepare<[number, number], RecordRow>(
      `select ${RECORD} ${EVERYBODY} where ${condition} order by l.score desc, l.n desc limit ? offset ?`,
    )
    .all(asked.limit, asked.offset);
  return { total, rows: rows.map(recordFrom) };
}

/** The records of those numbers, by number. */
export function recordsOf(raw: SQLite.Database, numbers: readonly number[]): Map<number, QualityRecord> {
  const rows = raw
    .prepare<[string], RecordRow>(
      `select ${RECORD} from json_each(?) asked cross join member m on m.n = asked.value
        cross join member_lookup l on l.n = m.n`,
    )
    .all(JSON.stringify(numbers));
  return new Map(rows.map((row) => [row.n, recordFrom(row)]));
}

const recordFrom = (row: RecordRow): QualityRecord => ({
  memberId: row.id,
  memberNo: row.member_no,
  name: row.name,
  phoneMasked: maskPhone(row.phone),
  birthday:
    row.birth_month === null || row.birth_day === null
      ? null
      : { year: row.birth_year, month: row.birth_month, day: row.birth_day },
  joinedOn: businessDate(row.joined_on),
  lastVisitOn: dateOrNull(row.last_visit),
  visits: row.visits,
  completeness: row.completeness,
});
