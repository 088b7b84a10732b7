import type SQLite from 'better-sqlite3';
import { masked, maybe, moment, named, plain, text, thousandths, yuan } from './csv-sql';
import { by, type Order, type Table } from './export-table';
import { INSIGHT_TABLES } from './insight-tables';

const BY_PURCHASE: Order = {
  keys: ['purchase_id', 'line_no'],
  last: "max(purchase_id || ' ' || format('%09d', line_no))",
  begin: (last) => {
    const [purchaseId = '', lineNo = ''] = String(last).split(' ');
    return [purchaseId, Number(lineNo)];
  },
};

const tables = (maskPhones: boolean): readonly Table[] => [
  {
    file: 'members.csv',
    from: 'member',
    order: by('n'),
    columns: {
      id: plain('id'),
      member_no: named('member_no'),
      card_no: named('card_no'),
      external_id: named('external_id'),
      name: text('name'),
      phone: maskPhones ? masked('phone') : named('phone'),
      gender: plain('gender'),
      birthday: plain(
        `iif(birth_month is null, null, coalesce(format('%04d', birth_year), '-') || format('-%02d-%02d', birth_month, birth_day))`,
      ),
      source: plain('source'),
      referrer_id: plain('referrer_id'),
      tier: plain('tier'),
      tier_since: plain('tier_since'),
      tier_until: plain('tier_until'),
      tier_fixed: plain('tier_fixed'),
      adviser_id: plain('adviser_id'),
      points: plain('(select coalesce(sum(points), 0) from points_entry e where e.member_id = member.id)'),
      tags: text(
        "(select group_concat(tag, '、' order by position) from member_tag t where t.member_id = member.id)",
      ),
      note: text('note'),
      state: plain('state'),
      joined_on: plain('joined_on'),
      created_at: moment('created_at'),
      import_id: plain('import_id'),
    },
    sums: {},
  },
  {
    file: 'purchases.csv',
    from: 'purchase',
    order: by('seq'),
    columns: {
      seq: plain('seq'),
      id: plain('id'),
      member_id: plain('member_id'),
      receipt_no: named('receipt_no'),
      gross_yuan: yuan('(total_fen + discount_fen)'),
      discount_yuan: yuan('discount_fen'),
      total_yuan: yuan('total_fen'),
      points_redeemed: plain('points_redeemed'),
      points_worth_yuan: yuan('points_worth_fen'),
      paid_yuan: yuan('paid_fen'),
      earning_base_yuan: yuan('earning_base_fen'),
      points_earned: plain('points_earned'),
      rule_version: plain('rule_version'),
      bought_at: moment('bought_at'),
      business_date: plain('business_date'),
      staff_id: plain('staff_id'),
      import_id: plain('import_id'),
      recorded_at: moment('recorded_at'),
    },
    sums: {
      discount_fen: 'discount_fen',
      total_fen: 'total_fen',
      paid_fen: 'paid_fen',
      points_redeemed: 'points_redeemed',
      points_earned: 'points_earned',
    },
  },
  {
    file: 'purchase_lines.csv',
    from: 'purchase_line',
    order: BY_PURCHASE,
    columns: {
      purchase_id: plain('purchase_id'),
      line_no: plain('line_no'),
      product: text('product'),
      quantity: thousandths('quantity_milli'),
      amount_yuan: yuan('amount_fen'),
      discount_yuan: yuan('discount_fen'),
      full_price: plain('full_price'),
      earns: plain('earns'),
    },
    sums: { amount_fen: 'amount_fen', discount_fen: 'discount_fen', quantity_milli: 'quantity_milli' },
  },
  {
    file: 'refunds.csv',
    from: 'refund',
    order: by('seq'),
    columns: {
      seq: plain('seq'),
      id: plain('id'),
      purchase_id: plain('purchase_id'),
      member_id: plain('member_id'),
      kind: plain('kind'),
      amount_yuan: yuan('amount_fen'),
      money_back_yuan: yuan('money_back_fen'),
      reduced_by_yuan: yuan('reduced_by_fen'),
      points_worth_yuan: yuan('points_worth_fen'),
      reason: text('reason'),
      refunded_at: moment('refunded_at'),
      business_date: plain('business_date'),
      staff_id: plain('staff_id'),
    },
    sums: { amount_fen: 'amount_fen', money_back_fen: 'money_back_fen' },
  },
  {
    file: 'points_entries.csv',
    from: 'points_entry',
    order: by('seq'),
    columns: {
      seq: plain('seq'),
      id: plain('id'),
      member_id: plain('member_id'),
      kind: plain('kind'),
      points: plain('points'),
      purchase_id: plain('purchase_id'),
      refund_id: plain('refund_id'),
      reverses_id: plain('reverses_id'),
      reason: text('reason'),
      rule_version: plain('rule_version'),
      at: moment('at'),
      business_date: plain('business_date'),
      staff_id: plain('staff_id'),
      import_id: plain('import_id'),
    },
    sums: { points: 'points' },
  },
  {
    file: 'tier_changes.csv',
    from: 'tier_change',
    order: by('seq'),
    columns: {
      seq: plain('seq'),
      id: plain('id'),
      member_id: plain('member_id'),
      kind: plain('kind'),
      from_tier: plain('from_tier'),
      to_tier: plain('to_tier'),
      since: plain('since'),
      until: plain('until'),
      fixed: plain('fixed'),
      counted_yuan: yuan('money_fen'),
      counted_visits: plain('visits'),
      reason: text('reason'),
      purchase_id: plain('purchase_id'),
      refund_id: plain('refund_id'),
      rule_version: plain('rule_version'),
      business_date: plain('business_date'),
      at: moment('at'),
      staff_id: plain('staff_id'),
    },
    sums: {},
  },
  {
    file: 'coupons.csv',
    from: 'coupon',
    order: by('seq'),
    columns: {
      seq: plain('seq'),
      id: plain('id'),
      code: plain('code'),
      member_id: plain('member_id'),
      template_id: text('template_id'),
      trigger: plain('trigger'),
      name: text('name'),
      kind: plain('kind'),
      off_yuan: maybe('off_fen', yuan('off_fen')),
      percent_off: plain('percent_off'),
      cap_yuan: maybe('cap_fen', yuan('cap_fen')),
      item: text('item'),
      threshold_yuan: yuan('threshold_fen'),
      first_day: plain('first_day'),
      last_day: plain('last_day'),
      state: plain('state'),
      issued_by_sale: plain('issued_by_sale'),
      used_on_sale: plain('used_on_sale'),
      batch_id: plain('batch_id'),
      reason: text('reason'),
      rule_version: plain('rule_version'),
      business_date: plain('business_date'),
      issued_at: moment('issued_at'),
      staff_id: plain('staff_id'),
    },
    sums: { used: "(state = 'used')" },
  },
  {
    file: 'complaints.csv',
    from: 'complaint',
    order: by('number'),
    columns: {
      id: plain('id'),
      number: plain('number'),
      member_id: plain('member_id'),
      purchase_id: plain('purchase_id'),
      object: plain('object'),
      reason_group: plain('reason_group'),
      reason: plain('reason'),
      product: text('product'),
      about_staff_id: plain('about_staff_id'),
      severity: plain('severity'),
      channel: plain('channel'),
      what: text('what'),
      wish: text('wish'),
      state: plain('state'),
      received_at: moment('received_at'),
      response_due_at: moment('response_due_at'),
      resolution_due_at: moment('resolution_due_at'),
      responded_at: moment('responded_at'),
      resolved_at: moment('resolved_at'),
      closed_at: moment('closed_at'),
      paused_at: moment('paused_at'),
      first_responded_at: moment('first_responded_at'),
      response_breached: plain('response_breached'),
      resolution_breached: plain('resolution_breached'),
      reopened: plain('reopened'),
      escalated_to: plain('escalated_to'),
      satisfaction: plain('satisfaction'),
      result: text('result'),
      cause: text('cause'),
      measure: text('measure'),
      business_date: plain('business_date'),
      staff_id: plain('staff_id'),
    },
    sums: { late: '(response_breached or resolution_breached)' },
  },
  {
    file: 'compensations.csv',
    from: 'compensation',
    order: by('rowid'),
    columns: {
      id: plain('id'),
      complaint_id: plain('complaint_id'),
      kind: plain('kind'),
      what: text('what'),
      worth_yuan: yuan('worth_fen'),
      coupon_id: plain('coupon_id'),
      points_entry_id: plain('points_entry_id'),
      business_date: plain('business_date'),
      at: moment('at'),
      staff_id: plain('staff_id'),
    },
    sums: { worth_fen: 'worth_fen' },
  },
  {
    file: 'care_contacts.csv',
    from: 'care_contact',
    order: by('seq'),
    columns: {
      id: plain('id'),
      member_id: plain('member_id'),
      task_kind: plain('(select kind from care_task t where t.id = care_contact.task_id)'),
      direction: plain('direction'),
      channel: plain('channel'),
      content: plain('content'),
      counted: plain('counted'),
      outcome: plain(
        '(select outcome from care_outcome o where o.contact_id = care_contact.id order by seq desc limit 1)',
      ),
      wechat_added: plain('wechat_added'),
      text: text('text'),
      business_date: plain('business_date'),
      at: moment('at'),
      rule_version: plain('rule_version'),
      staff_id: plain('staff_id'),
    },
    sums: { counted: 'counted' },
  },
  {
    file: 'survey_answers.csv',
    from: 'survey_answer',
    order: by('seq'),
    columns: {
      id: plain('id'),
      member_id: plain('member_id'),
      purchase_id: plain('purchase_id'),
      complaint_id: plain('complaint_id'),
      channel: plain('channel'),
      satisfaction: plain('satisfaction'),
      recommend: plain('recommend'),
      scores: text(
        "(select group_concat(dimension || '=' || score, ' ' order by dimension) from survey_score s where s.answer_id = survey_answer.id)",
      ),
      note: text('note'),
      served_by: plain('served_by'),
      business_date: plain('business_date'),
      at: moment('at'),
      staff_id: plain('staff_id'),
    },
    sums: { satisfied: '(satisfaction >= 4)' },
  },
  ...INSIGHT_TABLES,
];

/** Rows in one step: large enough to spare calls, small enough that a cancel is heard. */
const STEP = 5000;

export interface ExportTable {
  readonly file: string;
  readonly header: string;
  readonly rows: number;
  readonly sums: Readonly<Record<string, number>>;
  /** The lines of the table in steps, each with how many rows it holds. */
  readonly steps: () => Generator<{ readonly rows: number; readonly bytes: Buffer }>;
}

/** The tables of the readable export as they stand in the reader's open transaction. */
export function exportTables(raw: SQLite.Database, maskPhones: boolean): ExportTable[] {
  return tables(maskPhones).map((table) => ({
    file: table.file,
    header: `${Object.keys(table.columns)
      .map((name) => `"${name}"`)
      .join(',')}\r\n`,
    ...totals(raw, table),
    steps: () => stepsOf(raw, table),
  }));
}

function totals(raw: SQLite.Database, { from, sums }: Table): Pick<ExportTable, 'rows' | 'sums'> {
  const columns = Object.entries(sums).map(([name, column]) => `, coalesce(sum(${column}), 0) as ${name}`);
  const row = raw
    .prepare<[], { rows: number } & Record<string, number>>(
      `select count(*) as rows${columns.join('')} from ${from}`,
    )
    .get();
  const { rows = 0, ...rest } = row ?? {};
  return { rows, sums: rest };
}

function* stepsOf(raw: SQLite.Database, { from, order, columns }: Table): ReturnType<ExportTable['steps']> {
  const keys = order.keys.join(', ');
  const line = Object.values(columns).join(" || ',' || ");
  const step = (after: string) =>
    raw.prepare<unknown[], { rows: number; bytes: Buffer | null; last: string | number }>(
      `select count(*) as rows, cast(group_concat(line, '') as blob) as bytes, ${order.last} as last
       from (select ${keys}, ${line} || char(13, 10) as line from ${from} ${after} order by ${keys} limit ${STEP})`,
    );
  const next = step(`where (${keys}) > (${order.keys.map(() => '+?').join(', ')})`);
  let found = step('').get();
  while (found !== undefined && found.bytes !== null) {
    yield { rows: found.rows, bytes: found.bytes };
    found = next.get(...order.begin(found.last));
  }
}
