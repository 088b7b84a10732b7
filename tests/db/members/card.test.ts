import { refreshLookup } from '@db/members/lookup-rows';
import { memberCard } from '@db/members/queries';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';
import { aMember, LEDGER_DAY } from '../points/ledger-file';

let store: StoreFile;
let zhang: string;
beforeEach(async () => {
  store = aStoreFile();
  zhang = await aMember(store);
  await store.db.transaction().execute(async (tx) => refreshLookup(tx, [zhang], LEDGER_DAY));
});
afterEach(() => store.close());

const at = { today: LEDGER_DAY, now: STORE_NOW };

async function aColleague(id: string, active: number): Promise<void> {
  await store.db
    .insertInto('staff')
    .values({ id, name: '李店员', role: 'cashier', active, created_at: STORE_NOW })
    .execute();
}
const advisedBy = (id: string) =>
  store.db.updateTable('member').set({ adviser_id: id }).where('id', '=', zhang).execute();

it('reads the rows of this member and no others, in as many statements as there are parts', async () => {
  const plan = await plansOf(store, (db) => memberCard(db, zhang, at));
  expect(plan).not.toMatch(
    /SCAN (member|l|purchase|p|line|refund|r|coupon|points_|consent_|complaint|tier_change|staff|adviser|referrer)( |$)/m,
  );
  expect(plan).toMatch(/coupon_member \(member_id=\? AND state=\? AND last_day>\?\)/);
});

it('S54 names who looks after them, and nobody when that person has left', async () => {
  const [stays, left] = ['0190a5d0-0000-7000-8000-00000000000a', '0190a5d0-0000-7000-8000-00000000000b'];
  await aColleague(stays, 1);
  await aColleague(left, 0);
  expect((await memberCard(store.db, zhang, at))?.adviser).toBeNull();
  await advisedBy(stays);
  expect((await memberCard(store.db, zhang, at))?.adviser).toEqual({ id: stays, name: '李店员' });
  await advisedBy(left);
  expect((await memberCard(store.db, zhang, at))?.adviser).toBeNull();
});
