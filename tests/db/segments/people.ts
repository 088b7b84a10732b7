import { rebuildLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import type { CustomerClass, RfmGroup, Stage, ValueLevel } from '@domain/insights/words';
import type { Tier } from '@domain/tiers/tier';
import { businessDate } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { insertComplaints } from '../../support/complaint-rows';
import { idOf, insertBills, insertMembers } from '../../support/member-rows';

export const TODAY = businessDate('2026-05-18');
export const ago = (days: number) => addDays(TODAY, -days);
export const ADVISER = '0190a5d0-0000-7000-8000-000000000002';

/** Everything that a segment may ask for, as plain facts of one member. */
export interface Person {
  readonly name: string;
  readonly tier: Tier;
  readonly phone: 'none' | 'right' | 'wrong';
  readonly gender: 'female' | 'male' | null;
  readonly born: { readonly year: number | null; readonly month: number; readonly day: number } | null;
  readonly source: 'walk_in' | 'online_ad' | 'event' | 'referral' | 'import';
  readonly advised: boolean;
  readonly joined: number;
  readonly tags: readonly string[];
  readonly note: string;
  readonly points: number;
  readonly coupons: number;
  /** Bills by days ago; `back` = all of it went back, or a part. */
  readonly bills: readonly {
    readonly ago: number;
    readonly products: readonly string[];
    readonly back: 'no' | 'part' | 'all';
  }[];
  /** Words on each purpose, in their order. */
  readonly marketing: readonly ('given' | 'withdrawn')[];
  readonly data: readonly ('given' | 'withdrawn')[];
  readonly profile: {
    readonly occupation: string;
    readonly income: 'low' | 'middle' | 'high' | null;
    readonly education: 'school' | 'college' | 'university' | null;
    readonly priceSensitivity: 'low' | 'middle' | 'high' | null;
    readonly needs: readonly ('product' | 'service' | 'emotional')[];
  } | null;
  readonly interests: readonly string[];
  readonly complaints: readonly { readonly ago: number; readonly closed: boolean }[];
  readonly answers: readonly { readonly satisfaction: number | null; readonly recommend: number | null }[];
  readonly event: 'none' | 'invited' | 'attended';
  readonly insight: {
    readonly class: CustomerClass;
    readonly classBefore: CustomerClass | null;
    readonly excluded: boolean;
    readonly scores: readonly [number, number, number] | null;
    readonly rfm: RfmGroup | null;
    readonly value: ValueLevel;
    readonly stage: Stage;
    readonly traits: number;
    readonly cluster: number | null;
    readonly bills: number;
    readonly spent: number;
    readonly yearBills: number;
    readonly yearSpent: number;
    readonly gap: number | null;
    readonly alive: number | null;
    readonly expected: number | null;
    readonly warned: boolean;
    readonly referrals: number;
  } | null;
}

/** Of whom nothing is known but a name. */
export const STRANGER: Person = {
  name: '陌生',
  tier: 'regular',
  phone: 'none',
  gender: null,
  born: null,
  source: 'walk_in',
  advised: false,
  joined: 3,
  tags: [],
  note: '',
  points: 0,
  coupons: 0,
  bills: [],
  marketing: [],
  data: [],
  profile: null,
  interests: [],
  complaints: [],
  answers: [],
  event: 'none',
  insight: null,
};

/** Writes them as bare rows, with the lookup as it would be; answers their ids in order. */
export function writePeople(raw: SQLite.Database, people: readonly Person[]): string[] {
  const ids = insertMembers(
    raw,
    people.map(({ name, phone, joined }, at) => ({
      name,
      phone: phone === 'none' ? null : `138${String(at).padStart(8, '0')}`,
      joinedOn: ago(joined),
    })),
  );
  raw
    .prepare(
      "insert or ignore into shop_event (id, name, kind, held_on, made_at, staff_id) values ('event', '品鉴', 'tasting', '2026-04-01', 0, ?)",
    )
    .run(ADVISER);
  people.forEach((person, at) => {
    const id = ids[at];
    if (id !== undefined) writeOne(raw, id, person);
  });
  rebuildLookup(raw, TODAY);
  const points = raw.prepare(
    'update member_lookup set points = ? where n = (select n from member where id = ?)',
  );
  people.forEach((person, at) => {
    points.run(person.points, ids[at]);
  });
  return ids;
}

let made = 0;
const nextId = () => idOf(9, ++made);

function writeOne(raw: SQLite.Database, id: string, person: Person): void {
  writeRecord(raw, id, person);
  writeBills(raw, id, person);
  writeVoice(raw, id, person);
  for (let coupon = 0; coupon < person.coupons; coupon++) writeCoupon(raw, id);
  writeInsight(raw, id, person);
}

const runOn =
  (raw: SQLite.Database) =>
  (sql: string, ...values: unknown[]) =>
    raw.prepare(sql).run(...values);

function writeRecord(raw: SQLite.Database, id: string, person: Person): void {
  const run = runOn(raw);
  const { born, profile } = person;
  run(
    `update member set tier = ?, gender = ?, birth_year = ?, birth_month = ?, birth_day = ?, source = ?, adviser_id = ?, note = ?
     where id = ?`,
    ...[
      person.tier,
      person.gender,
      born?.year ?? null,
      born?.month ?? null,
      born?.day ?? null,
      person.source,
    ],
    ...[person.advised ? ADVISER : null, person.note, id],
  );
  if (person.phone === 'wrong')
    run('insert into wrong_phone select id, phone, 0 from member where id = ?', id);
  person.tags.forEach((tag, place) => {
    run('insert into member_tag values (?, ?, ?)', id, tag, place);
  });
  person.interests.forEach((interest, place) => {
    run('insert into member_interest values (?, ?, ?)', id, interest, place);
  });
  for (const purpose of ['marketing', 'data'] as const)
    for (const action of person[purpose])
      run(
        `insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
         values (?, ?, ?, ?, '1', 'counter', ?, 0)`,
        ...[nextId(), id, purpose === 'data' ? 'personal_data' : 'marketing', action, ADVISER],
      );
  if (profile !== null)
    run(
      `insert into member_profile (member_id, occupation, income, education, price_sensitivity, needs, updated_at, staff_id)
       values (?, ?, ?, ?, ?, ?, 0, ?)`,
      ...[id, profile.occupation, profile.income, profile.education, profile.priceSensitivity],
      ...[JSON.stringify(profile.needs), ADVISER],
    );
}

/** What they say, and whether they come to an event. */
function writeVoice(raw: SQLite.Database, id: string, person: Person): void {
  const run = runOn(raw);
  insertComplaints(
    raw,
    person.complaints.map(({ ago: days, closed }) => ({
      memberId: id,
      receivedAt: Date.parse(`${ago(days)}T04:00:00Z`),
      ...(closed && { answeredAfter: 1, solvedAfter: 2, closedAfter: 3 }),
    })),
  );
  for (const { satisfaction, recommend } of person.answers)
    run(
      `insert into survey_answer (id, member_id, channel, satisfaction, recommend, served_by, business_date, at, staff_id)
       values (?, ?, 'counter', ?, ?, ?, '2026-05-01', 0, ?)`,
      ...[nextId(), id, satisfaction, recommend, ADVISER, ADVISER],
    );
  if (person.event !== 'none')
    run("insert into event_guest values ('event', ?, ?, 0, ?)", id, person.event, ADVISER);
}

function writeInsight(raw: SQLite.Database, id: string, { insight, bills }: Person): void {
  const days = bills.filter(({ back }) => back !== 'all').map((bill) => bill.ago);
  if (insight !== null)
    runOn(raw)(
      `insert into member_insight (n, class, class_before, excluded, recency_score, frequency_score, money_score, rfm_group,
         value, stage, traits, cluster, last_on, bills, spent_fen, year_bills, year_fen, usual_gap, alive, expected_milli,
         expected_fen, warned, referrals)
       values ((select n from member where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
      ...[id, insight.class, insight.classBefore, insight.excluded ? 1 : 0],
      ...(insight.scores ?? [null, null, null]),
      ...[insight.rfm, insight.value, insight.stage, insight.traits, insight.cluster],
      ...[days.length === 0 ? null : ago(Math.min(...days)), insight.bills],
      ...[insight.spent, insight.yearBills, insight.yearSpent, insight.gap, insight.alive],
      ...[insight.expected, insight.warned ? 1 : 0, insight.referrals],
    );
}

function writeBills(raw: SQLite.Database, memberId: string, { bills }: Person): void {
  const ids = insertBills(
    raw,
    bills.map(({ ago: days }) => ({ memberId, on: ago(days) })),
  );
  const line = raw.prepare(
    'insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, ?, ?, 1000, 100)',
  );
  const refund = raw.prepare(
    `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
     values (?, ?, ?, ?, ?, ?, '', 0, ?, ?)`,
  );
  bills.forEach(({ products, back }, at) => {
    products.forEach((product, place) => {
      line.run(ids[at], place + 1, product);
    });
    const fen = back === 'all' ? 5000 : 2000;
    if (back !== 'no') refund.run(nextId(), ids[at], memberId, back, fen, fen, TODAY, ADVISER);
  });
}

function writeCoupon(raw: SQLite.Database, memberId: string): void {
  made += 1;
  raw
    .prepare(
      `insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day, last_day,
         rule_version, business_date, issued_at, staff_id)
       values (?, ?, ?, 't', 'by_hand', ?, '券', 'amount', 500, 0, ?, ?, 1, ?, 0, ?)`,
    )
    .run(
      ...[idOf(8, made), `Q${String(made).padStart(13, '0')}`, memberId, String(made), TODAY, TODAY, TODAY],
      ADVISER,
    );
}
