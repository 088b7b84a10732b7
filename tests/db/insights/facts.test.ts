import { loadFacts } from '@db/insights/facts';
import { rebuildLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import { NONE } from '@domain/insights/judged';
import { type BusinessDate, businessDate } from '@domain/units';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
const YEAR_AGO = businessDate('2025-05-19'); // the first day of the 12 months that end today
let store: StoreFile;
let ids: string[];
let staff: string;
let rows = 0;

beforeEach(() => {
  store = aStoreFile();
  ids = insertMembers(
    store.raw,
    Array.from({ length: 4 }, (_, at) => ({ name: `会员${at}` })),
  );
  staff = store.raw.prepare<[], string>('select id from staff').pluck().get() ?? '';
});
afterEach(() => store.close());

/** The facts of these members, in their order. */
const facts = (n: readonly number[] = [1, 2, 3, 4]) => {
  rebuildLookup(store.raw, TODAY);
  return loadFacts(store.raw, Int32Array.from(n), TODAY);
};
const id = () => idOf(6, ++rows);
const bought = (at: number, on: BusinessDate) =>
  insertBills(store.raw, [{ memberId: ids[at] ?? '', on, fen: 5000 }])[0] ?? '';
const answered = (at: number, recommend: number, on: BusinessDate) =>
  store.raw
    .prepare(
      `insert into survey_answer (id, member_id, channel, recommend, served_by, business_date, at, staff_id)
       values (?, ?, 'counter', ?, ?, ?, 0, ?)`,
    )
    .run(id(), ids[at], recommend, staff, on, staff);

function offered(
  at: number,
  on: BusinessDate,
  { kind = 'dormant', content = 'offer', outcome = 'reached' } = {},
) {
  const [task, contact] = [id(), id()];
  store.raw
    .prepare(
      `insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, rule_version, made_on, made_at, staff_id)
       values (?, ?, ?, ?, ?, ?, ?, 1, ?, 0, ?)`,
    )
    .run(task, ids[at], kind, task, content, on, on, on, staff);
  store.raw
    .prepare(
      `insert into care_contact (id, member_id, task_id, direction, channel, content, counted, month, business_date, at,
         rule_version, staff_id) values (?, ?, ?, 'out', 'sms', ?, 1, ?, ?, 0, 1, ?)`,
    )
    .run(contact, ids[at], task, content, on.slice(0, 7), on, staff);
  store.raw
    .prepare('insert into care_outcome (contact_id, outcome, at, staff_id) values (?, ?, 0, ?)')
    .run(contact, outcome, staff);
}

it('S38 counts the members somebody brought who have bought, not the others', () => {
  store.raw.exec(`update member set referrer_id = '${ids[0]}' where n in (2, 3)`);
  bought(1, TODAY);
  expect([...facts().referrals]).toEqual([1, 0, 0, 0]);
});

it('S12 knows who recommends with 9 or 10, by the last answer alone', () => {
  answered(0, 10, addDays(TODAY, -400));
  answered(1, 10, addDays(TODAY, -20));
  answered(1, 5, addDays(TODAY, -10));
  answered(2, 8, TODAY);
  answered(3, 9, TODAY);
  expect([...facts().promoter]).toEqual([1, 0, 0, 1]);
});

it('S12 knows who took part within 12 months: a survey, an event they came to, a coupon of a campaign', () => {
  answered(0, 3, YEAR_AGO);
  answered(1, 3, addDays(YEAR_AGO, -1));
  store.raw.exec(`insert into shop_event (id, name, kind, held_on, made_at, staff_id)
      values ('e', '品鉴', 'tasting', '2026-03-01', 0, '${staff}');
    insert into event_guest (event_id, member_id, state, changed_at, staff_id)
      values ('e', '${ids[2]}', 'attended', 0, '${staff}'), ('e', '${ids[1]}', 'absent', 0, '${staff}')`);
  expect([...facts().tookPart]).toEqual([1, 0, 1, 0]);

  const bill = bought(3, TODAY);
  const coupon = (of: number, trigger: string) =>
    store.raw.exec(`insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day,
        last_day, rule_version, business_date, issued_at, staff_id)
      values ('c${of}${trigger}', printf('Q%013d', ${++rows}), '${ids[of]}', '${trigger}', '${trigger}', 'o', '券', 'amount', 500, 0, '2026-05-01',
        '2026-06-30', 1, '2026-05-01', 0, '${staff}')`);
  coupon(3, 'birthday');
  store.raw.exec(`update coupon set state = 'used', used_on_sale = '${bill}'`);
  expect(facts().tookPart[3]).toBe(0);
  coupon(3, 'campaign');
  expect(facts().tookPart[3]).toBe(0);
  store.raw.exec(`update coupon set state = 'used', used_on_sale = '${bill}' where trigger = 'campaign'`);
  expect(facts().tookPart[3]).toBe(1);
});

it('S05 knows when somebody was last offered something because they stayed away', () => {
  offered(0, addDays(TODAY, -60));
  offered(0, addDays(TODAY, -40));
  offered(0, addDays(TODAY, 1)); // the clock was ahead
  offered(0, addDays(TODAY, -20)); // its last word is that it was not sent after all
  store.raw.exec(`insert into care_outcome (contact_id, outcome, at, staff_id)
    select id, 'not_sent', 1, staff_id from care_contact where business_date = '${addDays(TODAY, -20)}'`);
  offered(1, addDays(TODAY, -40), { kind: 'birthday' });
  offered(2, addDays(TODAY, -40), { outcome: 'not_sent' });
  offered(3, addDays(TODAY, -9), { content: 'service' });
  const forty = Date.parse(addDays(TODAY, -40)) / 86_400_000;
  expect([...facts().offeredOn]).toEqual([forty, NONE, NONE, NONE]);
});

it('knows who has risen above regular, and leaves out whoever is not asked about', () => {
  store.raw.exec("update member set tier = 'vip' where n in (1, 3)");
  expect([...facts([2, 3, 4]).aboveRegular]).toEqual([0, 1, 0]);
});
