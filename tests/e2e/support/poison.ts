import { connect } from '@db/open';
import type SQLite from 'better-sqlite3';
import { XSS_PAYLOADS } from '../../fault/xss-payloads';

/** Whatever a person may type into a store, and how much of it there is room for. */
const WORDS = [
  ...[['store', 'name', 60] as const, ['staff', 'name', 40] as const],
  ...[['member', 'name', 40] as const, ['member', 'note', 2000] as const, ['member_tag', 'tag', 16] as const],
  ...[['member_profile', 'occupation', 40] as const, ['member_interest', 'interest', 16] as const],
  ...[['purchase_line', 'product', 60] as const, ['refund', 'reason', 200] as const],
  ...[['points_entry', 'reason', 200] as const, ['tier_change', 'reason', 200] as const],
  ...[['coupon', 'name', 40] as const, ['coupon', 'item', 60] as const, ['coupon', 'reason', 200] as const],
  ...[
    ['complaint', 'what', 2000] as const,
    ['complaint', 'wish', 500] as const,
    ['complaint', 'product', 60] as const,
  ],
  ...[['complaint', 'result', 500] as const, ['complaint', 'cause', 500] as const],
  ...[['complaint', 'measure', 500] as const, ['complaint_event', 'note', 500] as const],
  ...[
    ['compensation', 'what', 60] as const,
    ['shop_event', 'name', 60] as const,
    ['shop_event', 'place', 60] as const,
  ],
  ...[
    ['care_plan', 'what', 120] as const,
    ['care_task', 'note', 500] as const,
    ['care_task', 'measure', 500] as const,
  ],
  ...[['care_contact', 'text', 500] as const, ['care_outcome', 'note', 500] as const],
  ...[['care_outcome', 'next_step', 500] as const, ['survey_answer', 'note', 500] as const],
  ...[['service_change', 'heard', 500] as const, ['service_change', 'changed', 500] as const],
  ...[['staff_note', 'note', 500] as const, ['self_check', 'note', 500] as const],
  ...[['success_story', 'story', 2000] as const, ['segment', 'name', 40] as const],
];

/** Puts a payload in the place of every word that stands in a closed store; one after the other, so that all are used. */
export function poison(path: string): void {
  const raw = connect(path);
  try {
    let next = 0;
    // SQLite asks it once for each row.
    raw.function('payload', { deterministic: false }, (room: unknown) =>
      [...(XSS_PAYLOADS[next++ % XSS_PAYLOADS.length] ?? '')].slice(0, Number(room)).join('').trim(),
    );
    withoutTriggers(raw, () => {
      for (const [table, column, room] of WORDS)
        raw.exec(`update or ignore ${table} set ${column} = payload(${room}) where ${column} <> ''`);
      raw.exec(
        `update member_lookup set name = (select name from member where member.n = member_lookup.n) where name <> ''`,
      );
    });
  } finally {
    raw.close();
  }
}

/** Ledgers are never changed by Shuke; a stranger with the file in their hands may. */
function withoutTriggers(raw: SQLite.Database, work: () => void): void {
  const triggers = raw
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all();
  raw.transaction(() => {
    for (const { name } of triggers) raw.exec(`drop trigger ${name}`);
    work();
    for (const { sql } of triggers) raw.exec(sql);
  })();
}
