import type SQLite from 'better-sqlite3';
import { idOf } from '../../support/member-rows';

const DAY_MS = 86_400_000;

/** Complaints as bare rows, for what goes by their state and not by how they came there. */
export function complaintOf(raw: SQLite.Database, memberId: string) {
  const open = raw
    .prepare<[string], string>("select id from complaint where member_id = ? and state <> 'closed'")
    .pluck()
    .get(memberId);
  return {
    /** Opens one where none is open, closes the one that is. */
    turn: (): void => {
      if (open === undefined) insertComplaint(raw, memberId, {});
      else
        raw
          .prepare(
            `update complaint set state = 'closed', first_responded_at = received_at, responded_at = received_at,
              resolved_at = received_at, closed_at = received_at, result = '已换', cause = '库存', measure = '复核' where id = ?`,
          )
          .run(open);
    },
  };
}

export interface ComplaintSpec {
  readonly on?: string;
  /** Instant at which it was resolved; null = it is open. */
  readonly resolvedAt?: number | null;
  readonly what?: string;
}

/** Answers its id. */
export function insertComplaint(
  raw: SQLite.Database,
  memberId: string,
  { on = '2026-05-01', resolvedAt = null, what = '鱼油发霉' }: ComplaintSpec,
): string {
  const number = (raw.prepare<[], number | null>('select max(number) from complaint').pluck().get() ?? 0) + 1;
  const id = idOf(3, number);
  const at = Date.parse(`${on}T04:00:00Z`);
  raw
    .prepare(
      `insert into complaint (id, number, member_id, object, reason_group, reason, severity, channel, what, state,
        received_at, business_date, rule_version, response_due_at, resolution_due_at, first_responded_at, responded_at,
        resolved_at, result, staff_id)
       values (?, ?, ?, 'goods', 'goods', 'goods_spoiled', 'normal', 'counter', ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?,
        (select id from staff limit 1))`,
    )
    .run(
      ...[
        id,
        number,
        memberId,
        what,
        resolvedAt === null ? 'open' : 'resolved',
        at,
        on,
        at + DAY_MS,
        at + 7 * DAY_MS,
      ],
      ...[resolvedAt, resolvedAt, resolvedAt, resolvedAt === null ? '' : '已换'],
    );
  return id;
}
