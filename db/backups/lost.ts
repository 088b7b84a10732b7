import type SQLite from 'better-sqlite3';
import type { Lost, LostKind } from '../domain/backups/lost';
import type { Instant } from '../domain/units';
import type { Reader } from '../schema';

/** Which rows of a kind people have recorded after an instant, by the time of recording. */
const RECORDED: Readonly<Record<LostKind, string>> = {
  purchases: 'select recorded_at as at from purchase where recorded_at > ?',
  refunds: "select refunded_at as at from refund where refunded_at > ? and kind <> 'import_undo'",
  members: "select created_at as at from member where created_at > ? and state = 'active'",
  points: "select at from points_entry where at > ? and kind in ('adjust', 'write_off')",
  coupons: 'select issued_at as at from coupon where issued_at > ?',
  complaints: "select at from complaint_event where at > ? and kind = 'logged'",
  contacts: 'select at from care_contact where at > ?',
  answers: 'select at from survey_answer where at > ?',
  rules: 'select made_at as at from rule_version where made_at > ?',
};

/** What the store would lose if it went back to how it was at `since`: most rows first. */
export async function lostSince(
  _db: Reader,
  { since }: { readonly since: Instant },
  raw: SQLite.Database,
): Promise<Lost[]> {
  const lost = Object.entries(RECORDED).flatMap(([kind, sql]) => {
    const found = raw
      .prepare<[number], { rows: number; since: number | null }>(
        `select count(*) as rows, min(at) as since from (${sql})`,
      )
      .get(since);
    return found === undefined || found.since === null
      ? []
      : [{ kind: kind as LostKind, rows: found.rows, since: found.since as Instant }]; // keys of RECORDED; a column of instants
  });
  return lost.sort((a, b) => b.rows - a.rows);
}
