import type SQLite from 'better-sqlite3';
import type { FieldKind, Section } from '../domain/rights/my-data';
import type { Instant } from '../domain/units';
import type { Reader } from '../schema';
import { UNDER } from './queries';

export interface DataSection {
  readonly name: Section;
  readonly fields: { readonly name: string; readonly kind: FieldKind }[];
  readonly rows: (string | number | null)[][];
}

export interface MyData {
  readonly memberNo: string;
  readonly madeAt: Instant;
  readonly sections: DataSection[];
}

interface Source {
  readonly name: Section;
  /** Every table that is told of in it; a test holds all of them against the schema. */
  readonly tables: readonly string[];
  readonly sql: string;
}

const MINE = '(select value from json_each(@ids))';
const STAFF = (column: string): string => `(select name from staff where id = ${column})`;
const LINES = 'purchase p join purchase_line l on l.purchase_id = p.id';

/** What is told of a member, oldest first. A column's name says how it is to be read (`KINDS`). */
const SOURCES: readonly Source[] = [
  {
    name: 'record',
    tables: [
      'member',
      'member_tag',
      'member_lookup',
      'member_reading',
      'member_grams',
      'staff',
      'member_erasure',
    ],
    sql: `select member_no as memberNo, card_no as cardNo, external_id as externalId, name, phone, phone_shared as phoneShared,
      gender, birth_year as birthYear, birth_month as birthMonth, birth_day as birthDay, source,
      (select member_no from member r where r.id = m.referrer_id) as referrerNo,
      (select group_concat(member_no, ', ') from member r where r.referrer_id = m.id) as broughtNos,
      tier, tier_since as tierSince, tier_until as tierUntil, tier_fixed as tierFixed, ${STAFF('adviser_id')} as adviser,
      (select group_concat(tag, ', ') from (select tag from member_tag where member_id = m.id order by position)) as tags,
      note, ${STAFF('(select id from staff where own_member_id = m.id)')} as ownStaff, state, joined_on as joinedOn,
      created_at as createdAt, updated_at as updatedAt, ${STAFF('m.staff_id')} as staff,
      (select file_name from import_batch where id = m.import_id) as importFile from member m where id in ${MINE} order by n`,
  },
  {
    name: 'profile',
    tables: ['member_profile', 'member_interest'],
    sql: `select occupation, income, education, price_sensitivity as priceSensitivity,
      (select group_concat(value, ', ') from json_each(needs)) as needs,
      (select group_concat(interest, ', ') from (select interest from member_interest i where i.member_id = m.id order by position)) as interests,
      p.updated_at as updatedAt, ${STAFF('p.staff_id')} as staff
      from member m left join member_profile p on p.member_id = m.id where m.id in ${MINE}
        and (p.member_id is not null or exists (select 1 from member_interest i where i.member_id = m.id)) order by m.n`,
  },
  {
    name: 'consents',
    tables: ['consent_entry'],
    sql: `select at, purpose, action, text_version as textVersion, channel, ${STAFF('staff_id')} as staff
      from consent_entry where member_id in ${MINE} order by seq`,
  },
  {
    name: 'purchases',
    tables: ['purchase', 'receipt', 'member_history'],
    sql: `select bought_at as boughtAt, business_date as businessOn, receipt_no as receiptNo, total_fen as totalFen,
      discount_fen as discountFen, points_redeemed as redeemedPoints, points_worth_fen as pointsWorthFen, paid_fen as paidFen,
      points_earned as earnedPoints, ${STAFF('staff_id')} as staff from purchase where member_id in ${MINE} order by seq`,
  },
  {
    name: 'lines',
    tables: ['purchase_line'],
    sql: `select p.business_date as businessOn, p.receipt_no as receiptNo, l.product, l.quantity_milli as quantityMilli,
      l.amount_fen as amountFen, l.discount_fen as discountFen from ${LINES} where p.member_id in ${MINE} order by p.seq, l.line_no`,
  },
  {
    name: 'refunds',
    tables: ['refund'],
    sql: `select refunded_at as refundedAt, kind, amount_fen as amountFen, money_back_fen as moneyBackFen, reason,
      ${STAFF('staff_id')} as staff from refund where member_id in ${MINE} order by seq`,
  },
  {
    name: 'points',
    tables: ['points_entry', 'points_move', 'points_debt'],
    sql: `select at, kind, points as entryPoints, sum(points) over (order by seq) as balancePoints, reason, ${STAFF('staff_id')} as staff
      from points_entry where member_id in ${MINE} order by seq`,
  },
  {
    name: 'lots',
    tables: ['points_lot'],
    sql: `select earned_on as earnedOn, last_day as lastOn, points as lotPoints, remaining as leftPoints
      from points_lot where member_id in ${MINE} order by earned_on, id`,
  },
  {
    name: 'levels',
    tables: ['tier_change'],
    sql: `select at, kind, from_tier as fromTier, to_tier as toTier, until as untilOn, money_fen as moneyFen, visits, reason,
      ${STAFF('staff_id')} as staff from tier_change where member_id in ${MINE} order by seq`,
  },
  {
    name: 'coupons',
    tables: ['coupon', 'coupon_event'],
    sql: `select issued_at as issuedAt, code, name as couponName, trigger, first_day as firstOn, last_day as lastOn, state,
      (select max(at) from coupon_event e where e.coupon_id = c.id and e.kind in ('used', 'handed_over')) as usedAt,
      (select group_concat(e.kind, ', ') from coupon_event e where e.coupon_id = c.id) as steps, reason, ${STAFF('c.staff_id')} as staff
      from coupon c where member_id in ${MINE} order by seq`,
  },
  {
    name: 'complaints',
    tables: ['complaint', 'complaint_text', 'complaint_alert'],
    sql: `select received_at as receivedAt, number as complaintNo, object, reason_group as reasonGroup, product, severity, channel,
      what, wish, state, result, cause, measure, resolved_at as resolvedAt, closed_at as closedAt, satisfaction, ${STAFF('staff_id')} as staff
      from complaint where member_id in ${MINE} order by number`,
  },
  {
    name: 'timeline',
    tables: ['complaint_event'],
    sql: `select e.at, c.number as complaintNo, e.kind, e.note, ${STAFF('e.staff_id')} as staff
      from complaint c join complaint_event e on e.complaint_id = c.id where c.member_id in ${MINE} order by c.number, e.seq`,
  },
  {
    name: 'photos',
    tables: ['complaint_photo'],
    sql: `select p.at, c.number as complaintNo, p.sha256 || '.jpg' as file, p.width, p.height, ${STAFF('p.staff_id')} as staff
      from complaint c join complaint_photo p on p.complaint_id = c.id where c.member_id in ${MINE} order by c.number, p.at`,
  },
  {
    name: 'compensations',
    tables: ['compensation'],
    sql: `select g.at, c.number as complaintNo, g.kind, g.what, g.worth_fen as worthFen, ${STAFF('g.staff_id')} as staff
      from complaint c join compensation g on g.complaint_id = c.id where c.member_id in ${MINE} order by c.number, g.at`,
  },
  {
    name: 'surveys',
    tables: ['survey_answer', 'survey_score'],
    sql: `select at, channel, satisfaction, recommend,
      (select group_concat(dimension || ' ' || score, ', ') from survey_score s where s.answer_id = a.id) as scores,
      note, ${STAFF('staff_id')} as staff from survey_answer a where member_id in ${MINE} order by seq`,
  },
  {
    name: 'stories',
    tables: ['success_story'],
    sql: `select at, story, may_share as mayShare, ${STAFF('staff_id')} as staff from success_story where member_id in ${MINE} order by seq`,
  },
  {
    name: 'invitations',
    tables: ['event_guest', 'shop_event'],
    sql: `select e.held_on as heldOn, e.name, g.state, g.changed_at as changedAt, ${STAFF('g.staff_id')} as staff
      from event_guest g join shop_event e on e.id = g.event_id where g.member_id in ${MINE} order by e.held_on, e.id`,
  },
  {
    name: 'plans',
    tables: ['care_plan'],
    sql: `select made_at as madeAt, what, every_months as everyMonths, first_on as firstOn, ended_at as endedAt, ${STAFF('staff_id')} as staff
      from care_plan where member_id in ${MINE} order by made_at, id`,
  },
  {
    name: 'tasks',
    tables: ['care_task'],
    sql: `select made_at as madeAt, kind, due_on as dueOn, state, note, cause, churn_reason as churnReason, measure, ended_at as endedAt,
      ended_because as endedBecause, ended_words as endedWords, ${STAFF('assigned_to')} as staff
      from care_task where member_id in ${MINE} order by seq`,
  },
  {
    name: 'contacts',
    tables: ['care_contact', 'care_list'],
    sql: `select at, direction, channel, content, wechat_added as wechatAdded, text, ${STAFF('staff_id')} as staff
      from care_contact where member_id in ${MINE} order by seq`,
  },
  {
    name: 'outcomes',
    tables: ['care_outcome'],
    sql: `select o.at, o.outcome, o.note, o.next_step as nextStep, o.next_on as nextOn, ${STAFF('o.staff_id')} as staff
      from care_contact c join care_outcome o on o.contact_id = c.id where c.member_id in ${MINE} order by o.seq`,
  },
  {
    name: 'wrong_phones',
    tables: ['wrong_phone'],
    sql: `select at, phone from wrong_phone where member_id in ${MINE} order by at, phone`,
  },
  {
    name: 'lists',
    tables: ['coupon_batch_member', 'coupon_batch'],
    sql: `select b.started_at as startedAt, b.template_id as template, b.first_day as firstOn, b.last_day as lastOn, ${STAFF('b.staff_id')} as staff
      from coupon_batch_member l join coupon_batch b on b.id = l.batch_id where l.member_id in ${MINE} order by 1, b.id`,
  },
  {
    name: 'insight',
    tables: ['member_insight'],
    sql: `select r.as_of as asOfOn, i.class, i.recency_score as recencyScore, i.frequency_score as frequencyScore,
      i.money_score as moneyScore, i.rfm_group as rfmGroup, i.value, i.stage, i.bills, i.spent_fen as spentFen,
      i.usual_gap as usualGapDays, i.alive as aliveShare, i.expected_milli as expectedMilli, i.expected_fen as expectedFen,
      i.warned, i.excluded, i.referrals
      from member_insight i join member m on m.n = i.n left join insight_run r on true where m.id in ${MINE} order by i.n`,
  },
  {
    name: 'merges',
    tables: ['member_merge', 'member_merge_row', 'told_apart'],
    sql: `select g.at, 'merged' as kind, (select member_no from member where id = g.from_id) as memberNo, g.undone_at as undoneAt, ${STAFF('g.staff_id')} as staff
        from member_merge g where g.into_id in ${MINE} or g.from_id in ${MINE}
      union all
      select a.at, 'told_apart', (select member_no from member where id = iif(a.one_id in ${MINE}, a.other_id, a.one_id)), null, ${STAFF('a.staff_id')}
        from told_apart a where a.one_id in ${MINE} or a.other_id in ${MINE} order by 1`,
  },
  {
    name: 'acts',
    tables: ['audit_subject', 'audit_entry', 'audit_personal'],
    sql: `select e.at, e.act, ${STAFF('e.staff_id')} as staff, ${STAFF('e.approver_id')} as approver,
      coalesce(json_extract(p.body, '$.before'), '') as before, coalesce(json_extract(p.body, '$.after'), '') as after
      from audit_entry e left join audit_personal p on p.seq = e.seq
      where e.seq in (select seq from audit_subject where kind = 'member' and id in ${MINE} union select seq from audit_personal where member_id in ${MINE})
      order by e.seq`,
  },
];

/** Every table that is told of. */
export const TOLD = new Set(SOURCES.flatMap(({ tables }) => tables));

const CODES = new Set([
  ...[
    'gender',
    'source',
    'tier',
    'state',
    'income',
    'education',
    'priceSensitivity',
    'purpose',
    'action',
    'channel',
    'kind',
  ],
  ...[
    'fromTier',
    'toTier',
    'trigger',
    'object',
    'reasonGroup',
    'severity',
    'direction',
    'content',
    'outcome',
    'cause',
  ],
  ...['churnReason', 'endedBecause', 'class', 'rfmGroup', 'value', 'stage', 'needs', 'steps'],
]);
const YES_NO = new Set(['phoneShared', 'tierFixed', 'mayShare', 'wechatAdded', 'warned', 'excluded']);

/** How a column is to be read, by its name. */
export function kindOf(name: string): FieldKind {
  if (CODES.has(name)) return 'code';
  if (YES_NO.has(name)) return 'yes_no';
  if (name.endsWith('Fen')) return 'money';
  if (name.endsWith('Points')) return 'points';
  if (name.endsWith('Share') || name.endsWith('Milli')) return 'share';
  if (name === 'at' || name.endsWith('At')) return 'instant';
  if (name.endsWith('On') || name === 'tierSince' || name === 'tierUntil') return 'date';
  return 'text';
}

/**
 * Everything the store holds of a member and of the records merged into them, in plain rows (S28, trust "People").
 * Read in a thread of its own: what somebody has bought in ten years is long.
 */
export async function myData(
  _db: Reader,
  asked: { readonly memberId: string; readonly now: Instant },
  raw: SQLite.Database,
): Promise<MyData | null> {
  const member = raw
    .prepare<[string], { member_no: string }>(
      "select member_no from member where id = ? and state = 'active'",
    )
    .get(asked.memberId);
  if (member === undefined) return null;
  const ids = JSON.stringify(raw.prepare<[string], string>(UNDER).pluck().all(asked.memberId));
  const sections = SOURCES.map(({ name, sql }) => {
    const read = raw.prepare<[{ ids: string }], (string | number | null)[]>(sql).raw();
    const fields = read.columns().map((column) => ({ name: column.name, kind: kindOf(column.name) }));
    return { name, fields, rows: read.all({ ids }) };
  });
  return { memberNo: member.member_no, madeAt: asked.now, sections };
}

/** As a file: each row an object of its fields. Money is fen, an instant ISO 8601 in UTC. */
export function asJson({ memberNo, madeAt, sections }: MyData): string {
  const value = (cell: string | number | null, kind: FieldKind) =>
    kind === 'instant' && typeof cell === 'number' ? new Date(cell).toISOString() : cell;
  const told = sections.map(({ name, fields, rows }) => [
    name,
    rows.map((row) =>
      Object.fromEntries(fields.map(({ name: field, kind }, at) => [field, value(row[at] ?? null, kind)])),
    ),
  ]);
  const made = { memberNo, madeAt: new Date(madeAt).toISOString() };
  return `${JSON.stringify({ ...made, ...Object.fromEntries(told) }, null, 2)}\n`;
}
