import { appendEntries } from '@db/points/commands';
import { accountOf } from '@db/points/queries';
import type { Stamp } from '@db/points/stamp';
import { decideClawBack } from '@domain/points/claw-back';
import { decideEarn } from '@domain/points/earn';
import type { EntryDraft, Holdings } from '@domain/points/ledger';
import { type BusinessDate, businessDate, points } from '@domain/units';
import { v7 as newId } from 'uuid';
import { STORE_NOW, type StoreFile } from '../../support/store-file';

export const LEDGER_DAY = businessDate('2026-05-18');
const OWNER = '0190a5d0-0000-7000-8000-000000000002';

export const stampOn = (today: BusinessDate): Stamp => ({
  now: STORE_NOW,
  today,
  staffId: OWNER,
  ruleVersion: 1,
  newId,
});

/** A member as the ledger needs one: an id. */
export async function aMember(store: StoreFile): Promise<string> {
  const id = newId();
  await store.db
    .insertInto('member')
    .values({
      id,
      member_no: id,
      name: '张三',
      source: 'walk_in',
      joined_on: LEDGER_DAY,
      created_at: STORE_NOW,
      updated_at: STORE_NOW,
      staff_id: OWNER,
      card_no: null,
      external_id: null,
      phone: null,
      gender: null,
      birth_year: null,
      birth_month: null,
      birth_day: null,
      referrer_id: null,
      import_id: null,
    })
    .execute();
  return id;
}

/** Points that lapse on `lastDay`, or never. */
export function earn(
  store: StoreFile,
  memberId: string,
  count: number,
  { lastDay = null, today = LEDGER_DAY }: { lastDay?: string | null; today?: BusinessDate } = {},
): Promise<void> {
  return append(store, memberId, today, (holdings) =>
    decideEarn(holdings, {
      kind: 'opening',
      earned: points(count),
      earnedOn: today,
      lastDay: lastDay === null ? null : businessDate(lastDay),
      lotId: newId(),
    }),
  );
}

/** Takes points back as a refund does: what is not there is owed. */
export const clawBack = (store: StoreFile, memberId: string, count: number, today = LEDGER_DAY) =>
  append(
    store,
    memberId,
    today,
    (holdings) => decideClawBack(holdings, { asked: points(count), ownLots: new Set() }).drafts,
  );

/** Decides on what the member holds, lapsed lots included, and writes it. */
export async function append(
  store: StoreFile,
  memberId: string,
  today: BusinessDate,
  decide: (holdings: Holdings) => EntryDraft[],
): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const account = await accountOf(tx, memberId);
    if (account === null) throw new Error('no such member');
    await appendEntries(tx, decide(account.holdings), { memberId }, stampOn(today));
  });
}
