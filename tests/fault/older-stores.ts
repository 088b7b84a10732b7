import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { latestVersion, migrate } from '@db/migrate';
import { MIGRATIONS, type Migration } from '@db/migrations/index';
import { connect } from '@db/open';
import { APPLICATION_ID } from '@db/store-header';
import type SQLite from 'better-sqlite3';
import { FIRST_RULES } from '../support/first-rules';

/**
 * A small shop as it was written down under each released schema: rows of every table that a version brought,
 * in plain SQL, for no code of today may stand between an old store and its migration. A version's rows are
 * written when the store has come to it, so the store of 43 has lived through all the others.
 */
const RULES = JSON.stringify(FIRST_RULES);
const HOUR = 3_600_000;
const NOON = Date.parse('2026-05-04T04:00:00Z'); // noon in the store, and the same day on any PC near it

const STORY: Readonly<Record<number, string>> = {
  10: `
insert into store values (1, 'store-1', '老店', 'Asia/Shanghai', 0, 0, ${NOON});
insert into staff (id, name, role, created_at) values ('boss', '店主', 'owner', 0), ('till', '小李', 'cashier', 0);
insert into rule_version (rules, staff_id, made_at) values ('${RULES}', 'boss', 0);
insert into command_outcome values ('request-1', 'members.signUp', '{"memberId":"zhang"}', ${NOON});
insert into import_batch values ('batch-1', 'members', '名单.csv', '${'a'.repeat(64)}', '{}', 'done', '{"newMembers":1}', null, 'boss', 0, 1);
insert into member (n, id, member_no, card_no, name, phone, gender, birth_month, birth_day, source, note, joined_on, created_at, updated_at, staff_id)
  values (1, 'zhang', '000001', 'K1', '张三', '13812348812', 'male', 5, 20, 'walk_in', '不要辣', '2026-05-01', 0, 0, 'till');
insert into member (n, id, member_no, name, phone, source, referrer_id, joined_on, created_at, updated_at, staff_id, import_id)
  values (2, 'li', '000002', '李四', '13912348813', 'import', 'zhang', '2026-05-02', 0, 0, 'till', 'batch-1');
insert into member (n, id, member_no, name, source, state, joined_on, created_at, updated_at, staff_id)
  values (3, 'gone', '000003', '', 'walk_in', 'erased', '2026-05-02', 0, 0, 'till');
insert into import_key values ('member', 'key-1', 'li', 'batch-1');
insert into member_tag values ('zhang', '靠窗', 0);
insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
  values ('consent-1', 'zhang', 'personal_data', 'given', '2026-01', 'counter', 'till', 1),
         ('consent-2', 'zhang', 'marketing', 'withdrawn', '2026-01', 'phone', 'till', 2);
insert into purchase (id, member_id, receipt_no, total_fen, points_redeemed, points_worth_fen, paid_fen, earning_base_fen, points_earned,
    rule_version, bought_at, business_date, staff_id, recorded_at)
  values ('bill-1', 'zhang', 'R1', 120000, 0, 0, 120000, 120000, 1200, 1, ${NOON - 72 * HOUR}, '2026-05-01', 'till', 0),
         ('bill-2', 'zhang', 'R2', 10000, 200, 200, 9800, 9800, 98, 1, ${NOON - 48 * HOUR}, '2026-05-02', 'till', 0);
insert into receipt values ('2026-05-01', 'R1', 'bill-1'), ('2026-05-02', 'R2', 'bill-2');
insert into purchase_line values ('bill-1', 1, '羊绒衫', 1000, 120000, 1), ('bill-2', 1, '茶叶', 1500, 10000, 1);
insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
  values ('earn-1', 'zhang', 'earn', 1200, 'bill-1', 1, 0, '2026-05-01', 'till');
insert into points_lot (id, member_id, entry_id, points, earned_on, last_day) values ('lot-1', 'zhang', 'earn-1', 1200, '2026-05-01', '2027-05-31');
insert into points_move (entry_id, member_id, lot_id, points) values ('earn-1', 'zhang', 'lot-1', 1200);
insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
  values ('redeem-2', 'zhang', 'redeem', -200, 'bill-2', 1, 1, '2026-05-02', 'till'), ('earn-2', 'zhang', 'earn', 98, 'bill-2', 1, 1, '2026-05-02', 'till');
insert into points_move (entry_id, member_id, lot_id, points) values ('redeem-2', 'zhang', 'lot-1', -200);
insert into points_lot (id, member_id, entry_id, points, earned_on, last_day) values ('lot-2', 'zhang', 'earn-2', 98, '2026-05-02', '2027-05-31');
insert into points_move (entry_id, member_id, lot_id, points) values ('earn-2', 'zhang', 'lot-2', 98);
insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
  values ('refund-1', 'bill-1', 'zhang', 'part', 20000, 20000, '尺码', ${NOON}, '2026-05-04', 'boss');
insert into points_entry (id, member_id, kind, points, purchase_id, refund_id, rule_version, at, business_date, staff_id)
  values ('claw-1', 'zhang', 'clawback', -200, 'bill-1', 'refund-1', 1, 2, '2026-05-04', 'boss');
insert into points_move (entry_id, member_id, lot_id, points) values ('claw-1', 'zhang', 'lot-1', -200);
insert into points_entry (id, member_id, kind, points, reason, rule_version, at, business_date, staff_id)
  values ('adjust-1', 'li', 'adjust', -30, '错记', 1, 3, '2026-05-04', 'boss');
insert into points_move (entry_id, member_id, lot_id, points) values ('adjust-1', 'li', null, -30);
insert into complaint (id, number, member_id, purchase_id, object, reason, severity, channel, what, wish, state, received_at, response_due_at,
    resolution_due_at, responded_at, resolved_at, closed_at, result, cause, measure, staff_id)
  values ('complaint-1', 1, 'zhang', 'bill-2', 'goods', 'goods_spoiled', 'high', 'counter', '茶叶发霉', '换一罐', 'closed', ${NOON},
    ${NOON + 24 * HOUR}, ${NOON + 168 * HOUR}, ${NOON + 30 * HOUR}, ${NOON + 40 * HOUR}, ${NOON + 41 * HOUR}, '换新', '受潮', '换包装', 'till'),
    ('complaint-2', 2, null, null, 'staff', 'staff_attitude', 'normal', 'phone', '态度冷淡', '', 'open', ${NOON},
    ${NOON + 24 * HOUR}, ${NOON + 168 * HOUR}, null, null, null, '', '', '', 'till');
insert into complaint_event (id, complaint_id, kind, note, due, at, staff_id)
  values ('event-1', 'complaint-1', 'logged', '', '[{"clock":"response","at":${NOON + 24 * HOUR},"from":${NOON},"hours":24}]', ${NOON}, 'till'),
    ('event-2', 'complaint-1', 'responded', '已致电', '[]', ${NOON + 30 * HOUR}, 'till'),
    ('event-3', 'complaint-1', 'resolved', '', '[]', ${NOON + 40 * HOUR}, 'till'),
    ('event-4', 'complaint-2', 'logged', '', '[]', ${NOON}, 'till');
insert into export_run values ('export-1', '/tmp/out', '{}', 0, 'boss');
insert into member_lookup (n, score, points, open_complaints, visits, phone, name, name_key, pinyin, initials, card_no, member_no, tier, joined_on)
  values (1, 5, 898, 0, 2, '13812348812', '张三', '张三', 'zhangsan', 'zs', 'K1', '000001', 'regular', '2026-05-01');
insert into member_reading values ('zhangsan', 1);
insert into member_grams (rowid, grams) values (1, '1381 8812');`,
  20: `
insert into rule_version (rules, staff_id, made_at, effective_from) values ('${RULES}', 'boss', 1, '2026-06-01');
update member set tier = 'loyal', tier_since = '2026-05-01', tier_until = '2027-05-01', adviser_id = 'till' where id = 'zhang';
insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, discount_fen, account, rule_version, bought_at, business_date, staff_id, recorded_at)
  values ('bill-20', 'li', 9000, 9000, 9000, 1000, '{"steps":[]}', 2, ${NOON}, '2026-06-02', 'till', 0);
insert into purchase_line values ('bill-20', 1, '咖啡', 1000, 10000, 1, 1000, 1);
insert into tier_change (id, member_id, kind, from_tier, to_tier, since, until, fixed, money_fen, visits, purchase_id, rule_version, business_date, at, staff_id)
  values ('tier-1', 'zhang', 'up', 'regular', 'loyal', '2026-05-01', '2027-05-01', 0, 120000, 1, 'bill-1', 1, '2026-05-01', 0, 'till');
insert into daily_pass (business_date, rule_version, finished_at, members, tier_changes, coupons) values ('2026-06-02', 2, 5, 2, 1, 0);
insert into coupon_batch values ('campaign-1', 'thanks', '{}', 2, 'done', 1, '2026-06-02', '2026-07-01', '2026-06-02', 0, 'boss');
insert into coupon_batch_member values ('campaign-1', 'li');
insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day, last_day, state, batch_id, used_on_sale,
    rule_version, business_date, issued_at, staff_id)
  values ('coupon-1', 'Q0000000000017', 'li', 'thanks', 'campaign', 'campaign-1', '谢谢券', 'amount', 500, 0, '2026-06-02', '2026-07-01', 'used',
    'campaign-1', 'bill-20', 2, '2026-06-02', 0, 'boss');
insert into coupon_event (coupon_id, kind, purchase_id, business_date, at, staff_id)
  values ('coupon-1', 'issued', null, '2026-06-02', 0, 'boss'), ('coupon-1', 'used', 'bill-20', '2026-06-02', 1, 'till');`,
  30: `
insert into complaint (id, number, member_id, object, reason_group, reason, product, about_staff_id, severity, channel, what, state, received_at,
    business_date, store_hours, rule_version, response_due_at, resolution_due_at, paused_at, escalated_to, staff_id)
  values ('complaint-30', 30, 'li', 'staff', 'staff', 'staff_attitude', '', 'till', 'normal', 'wechat', '等太久', 'open', ${NOON}, '2026-06-03', 1, 2,
    ${NOON + HOUR}, ${NOON + 9 * HOUR}, ${NOON + 1}, 'boss', 'boss');
insert into complaint_event (id, complaint_id, kind, note, data, at, staff_id) values ('event-30', 'complaint-30', 'paused', '等回电', '{}', ${NOON + 1}, 'boss');
insert into complaint_photo values ('photo-1', 'complaint-30', '${'b'.repeat(64)}', 1000, 10, 20, 0, 'boss');
insert into compensation values ('gift-1', 'complaint-1', 'gift', null, null, '小样', 300, '2026-06-03', 0, 'boss');
insert into complaint_alert values ('complaint-30', 'response', ${NOON + HOUR}, 0);
insert into complaint_text (rowid, text) values (30, 'deng tai jiu');`,
  31: `
insert into shop_event values ('tasting', '品茶会', 'tasting', '2026-06-20', 840, '二楼', 12, '', 'planned', 0, 'boss');
insert into event_guest values ('tasting', 'zhang', 'coming', 0, 'till');
insert into care_plan values ('plan-1', 'zhang', '保养', 6, '2026-12-01', null, 0, 'till');
insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, purchase_id, rule_version, made_on, made_at, staff_id)
  values ('task-1', 'zhang', 'first_purchase', 'bill-1', 'service', '2026-06-05', '2026-06-15', 'bill-1', 2, '2026-06-04', 0, 'boss');
insert into care_list values ('list-1', 'sms', 1, '2026-06-05', 0, 'boss');
insert into care_contact (id, member_id, task_id, list_id, direction, channel, content, counted, text, month, business_date, at, rule_version, staff_id)
  values ('contact-1', 'zhang', 'task-1', 'list-1', 'out', 'sms', 'service', 1, '您好', '2026-06', '2026-06-05', 0, 2, 'boss');
insert into care_outcome (contact_id, outcome, note, at, staff_id) values ('contact-1', 'reached', '满意', 1, 'boss');
insert into wrong_phone values ('li', '13912348899', 0);`,
  32: `
insert into survey_answer (id, member_id, purchase_id, task_id, channel, satisfaction, recommend, note, served_by, business_date, at, staff_id)
  values ('answer-1', 'zhang', 'bill-2', 'task-1', 'phone', 4, 9, '还行', 'till', '2026-06-06', 0, 'till');
insert into survey_score values ('answer-1', '环境', 5, '2026-06-06');
insert into service_change (id, heard, changed, since, at, staff_id) values ('change-1', '等太久', '加一个人', '2026-06-07', 0, 'boss');
insert into staff_note (id, about_staff_id, kind, note, business_date, at, staff_id) values ('note-1', 'till', 'reward', '耐心', '2026-06-07', 0, 'boss');`,
  33: `
insert into self_check (id, about_staff_id, levels, business_date, at, staff_id) values ('check-1', 'till', '[1,2,3,0,1,2]', '2026-06-08', 0, 'boss');
insert into checklist_run (id, checklist, held, business_date, at, staff_id) values ('run-1', 'standards', '[true]', '2026-06-08', 0, 'boss');
insert into success_story (id, member_id, story, may_share, business_date, at, staff_id) values ('story-1', 'zhang', '送货上门', 1, '2026-06-08', 0, 'till');`,
  40: `
insert into member_history values (1, '');
update history_mark set purchase_seq = 2, refund_seq = 1;
insert into member_insight (n, class, excluded, value, stage, traits, bills, spent_fen, year_bills, year_fen, warned, referrals)
  values (1, 'D', 0, 'high', 'retain', 3, 2, 110000, 2, 110000, 1, 1);
insert into insight_run values (1, '2026-06-09', 2, 2, 0, 2, 1, 1, 12, 0, 1);
insert into insight_finding values ('curve', '{}');`,
  41: `
insert into segment values ('segment-1', '茶客', '{"all":[]}', 1, 0, 0, 'boss');
insert into care_round (id, kind, segment_id, content, due_on, last_day, state, members, done, made, rule_version, business_date, at, staff_id)
  values ('round-1', 'by_hand', 'segment-1', 'service', '2026-06-10', '2026-06-20', 'done', x'01000000', 1, 1, 2, '2026-06-10', 0, 'boss');`,
  42: `
insert into member_profile values ('zhang', '教师', 'middle', null, 'high', '["service"]', 0, 'till');
insert into member_interest values ('zhang', '茶', 0);`,
  43: `insert into told_apart values ('li', 'zhang', 0, 'till');`,
};

/** The schemas that shops have. */
export const RELEASED: readonly number[] = Object.keys(STORY).map(Number);

/** Writes the store of a released schema, closed and folded into one file. */
export function olderStore(path: string, version: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = connect(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  for (const [at, migration] of MIGRATIONS.entries()) {
    if (migration.version > version) break;
    migrate(raw, () => undefined, MIGRATIONS.slice(0, at + 1));
    raw.exec(STORY[migration.version] ?? '');
  }
  raw.close();
}

/** Everything that stands in a store as text: each table, each row in its order; what is null or empty is left out. */
export function dumped(raw: SQLite.Database): string {
  const tables = raw
    .prepare<[], { name: string }>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name",
    )
    .all();
  return tables
    .map(({ name }) => [name, ...rowsOf(raw, name)])
    .filter((lines) => lines.length > 1)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function rowsOf(raw: SQLite.Database, table: string): string[] {
  const columns =
    raw.prepare<[], number>(`select count(*) from pragma_table_info('${table}')`).pluck().get() ?? 0;
  const order = Array.from({ length: columns }, (_, at) => at + 1).join(', ');
  return raw
    .prepare<[], Record<string, unknown>>(`select * from ${table} order by ${order}`)
    .all()
    .map((row) => `  ${Object.entries(row).flatMap(cellText).join(' ')}`);
}

const cellText = ([column, value]: [string, unknown]): string[] => {
  if (value === null) return [];
  return [`${column}=${Buffer.isBuffer(value) ? `x'${value.toString('hex')}'` : JSON.stringify(value)}`];
};

/** The statements of a migration one by one: a semicolon ends one, but inside a trigger only the last does. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let open = '';
  for (const piece of sql.split(/;[ \t]*\n/)) {
    open += piece;
    const bare = open.replace(/--[^\n]*/g, '').trim();
    if (/^create trigger/i.test(bare) && !/\bend;?$/i.test(bare)) {
      open += ';\n';
      continue;
    }
    if (bare !== '') statements.push(open);
    open = '';
  }
  return statements;
}

/** The migrations of a store of that schema, of which only so many pending statements are carried out before `end`. */
export function brokenAfter(
  { version, boundary }: { readonly version: number; readonly boundary: number },
  end: string,
): Migration[] {
  let left = boundary;
  return MIGRATIONS.map((migration) => {
    if (migration.version <= version) return migration;
    const statements = statementsOf(migration.sql);
    const kept = statements.slice(0, Math.max(0, left));
    const ends = left >= 0 && (left < statements.length || migration.version === latestVersion());
    left = ends ? -1 : left - statements.length;
    return { version: migration.version, sql: [...kept, ...(ends ? [end] : [])].join(';\n') };
  });
}
