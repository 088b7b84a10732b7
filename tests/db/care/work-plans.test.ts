import { addTasks } from '@db/care/commands';
import { isShort, lastLists, listById, listContacts, listPages } from '@db/care/lists';
import { openTasksOfEvent, openTasksOfPlan } from '@db/care/made-from';
import { plansOf as plansOfMember } from '@db/care/plans';
import { careResults } from '@db/care/results';
import { scriptFacts } from '@db/care/script-facts';
import { couponGivenFor, lostBy } from '@db/care/win-back';
import { insertEvent, putGuests } from '@db/invitations/commands';
import { invitable } from '@db/invitations/invitable';
import { eventList, guestStanding, guestsOf } from '@db/invitations/queries';
import { type Reading, readOn } from '@db/reading';
import type { Reader } from '@db/schema';
import { addDays } from '@domain/calendar/business-day';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { stampIn, TODAY } from '../coupons/coupon-file';

let store: StoreFile;
let member: string;
beforeAll(async () => {
  store = aStoreFile();
  const ids = insertMembers(store.raw, crowd(2000));
  member = ids[0] ?? '';
  insertBills(store.raw, visits(ids, 4000, TODAY));
  const due = { dueOn: TODAY, lastDay: businessDate('2026-06-18'), content: 'service' } as const;
  const tasks = ids.map((memberId) => ({ memberId, kind: 'churn' as const, occasion: 'x', ...due }));
  await store.db.transaction().execute(async (tx) => {
    const stamp = stampIn(store.raw, TODAY);
    addTasks(tx, tasks, stamp);
    const event = { name: '会员日', kind: 'member_day', startsAt: null, place: '', places: null } as const;
    let eventId = '';
    for (let weeks = 52; weeks >= 0; weeks--) {
      const heldOn = addDays(TODAY, -7 * weeks);
      eventId = await insertEvent(tx, { ...event, heldOn, note: '' }, stamp);
    }
    putGuests(tx, eventId, ids, 'invited', stamp);
  });
  store.raw.exec('analyze');
});
afterAll(() => store.close());

const reading =
  <Row>(what: Reading<Row>) =>
  (db: Reader) =>
    readOn(db, what);
const pages = async (db: Reader) => {
  for await (const page of listPages(db, 'none')) expect(page).toEqual([]);
};

test.each<[string, (db: Reader) => Promise<unknown>, RegExp[]]>([
  [
    'what a script can say',
    (db) =>
      readOn(
        db,
        scriptFacts([{ memberId: member, taskId: 'none' }], {
          today: TODAY,
          rules: DEFAULT_RULES,
          staff: '店员',
        }),
      ),
    [
      /SEARCH m USING INDEX \w+ \(id=\?\)/,
      /SEARCH t USING INDEX \w+ \(id=\?\)/,
      /purchase_member \(member_id=\?\)/,
      /complaint_member \(member_id=\?/,
      /points_lot_open \(member_id=\?\)/,
    ],
  ],
  [
    'results of a day',
    (db) => careResults(db, { from: TODAY, to: TODAY, today: TODAY }),
    [
      /care_task_period \(due_on>\? AND due_on<\?\)/,
      /care_contact_date \(business_date>\? AND business_date<\?\)/,
    ],
  ],
  ['how many tasks are due', (db) => isShort(db, TODAY), [/care_task_due \(due_on<\?\)/]],
  ['a list', (db) => listById(db, 'none'), [/care_contact_list \(list_id=\?\)/]],
  ['the last lists', lastLists, [/care_contact_list \(list_id=\?\)/]],
  ['the lines of a list', pages, [/care_contact_list \(list_id=\?/]],
  ['the contacts of a list', reading(listContacts('none')), [/care_contact_list \(list_id=\?\)/]],
  ['invitations to an event', reading(openTasksOfEvent('none')), [/care_task_event \(event_id=\?\)/]],
  ['tasks of a plan', reading(openTasksOfPlan('none')), [/care_task_plan \(plan_id=\?\)/]],
  ['why somebody was lost', reading(lostBy('none')), [/SEARCH care_task USING INDEX \w+ \(id=\?\)/]],
  [
    'a coupon given for a task',
    reading(couponGivenFor('none', 'none')),
    [/SEARCH coupon USING INDEX \w+ \(member_id=\?/],
  ],
  ['plans of a member', (db) => plansOfMember(db, member, TODAY), [/care_plan_member \(member_id=\?\)/]],
  ['events to come', (db) => eventList(db, 'coming', TODAY), [/shop_event_day \(held_on>\?\)/]],
  ['guests of an event', (db) => guestsOf(db, 'none'), [/SEARCH guest USING PRIMARY KEY \(event_id=\?\)/]],
  [
    'the standing of a guest',
    (db) => guestStanding(db, 'none', member),
    [/SEARCH event_guest USING PRIMARY KEY \(event_id=\? AND member_id=\?\)/],
  ],
  [
    'some members who can be invited',
    (db) => invitable(db, { eventId: 'none', rule: null, memberIds: [member], today: TODAY }),
    [/consent_entry_member \(member_id=\? AND purpose=\?\)/, /care_task_died \(member_id=\?\)/],
  ],
])('%s: from the index made for it', async (_, read, indexes) => {
  const plan = await plansOf(store, read);
  for (const index of indexes) expect(plan).toMatch(index);
  expect(plan).not.toMatch(
    /SCAN (t|care_task|c|care_contact|p|b|purchase|coupon|w|complaint|event_guest|guest)( |$)/m,
  );
});
