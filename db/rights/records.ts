import { NO_PROFILE, type Profile } from '../domain/members/profile';
import type { Record } from '../domain/rights/merge';
import { businessDate } from '../domain/units';
import { birthdayColumns, putTags } from '../members/commands';
import { birthdayFrom } from '../members/mapping';
import { profileOf, putProfile } from '../members/profile';
import { tagsOf } from '../members/queries';
import type { Stamp } from '../points/stamp';
import type { Reader, Tx } from '../schema';

/** A record with what tells it from others. */
export interface KnownRecord {
  readonly id: string;
  readonly n: number;
  readonly memberNo: string;
  readonly updatedAt: number;
  readonly record: Record;
}

/** The record of a member in that state; undefined for anybody else. */
export async function knownRecord(
  db: Reader,
  memberId: string,
  state: 'active' | 'void' = 'active',
): Promise<KnownRecord | undefined> {
  const row = await db
    .selectFrom('member')
    .selectAll()
    .where('id', '=', memberId)
    .where('state', '=', state)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const record: Record = {
    name: row.name,
    phone: row.phone,
    phoneShared: row.phone_shared === 1,
    cardNo: row.card_no,
    externalId: row.external_id,
    birthday: birthdayFrom(row),
    gender: row.gender,
    referrerId: row.referrer_id,
    adviserId: row.adviser_id,
    joinedOn: businessDate(row.joined_on),
    tags: await tagsOf(db, memberId),
    note: row.note,
    ...(await profileOf(db, memberId)),
  };
  return { id: row.id, n: row.n, memberNo: row.member_no, updatedAt: row.updated_at, record };
}

/** Writes what a record says; of a profile only what differs, and an empty one has no row. */
export async function writeRecord(
  tx: Tx,
  memberId: string,
  record: Record,
  before: Record,
  stamp: Pick<Stamp, 'now' | 'staffId'>,
): Promise<void> {
  await tx
    .updateTable('member')
    .set({
      name: record.name,
      phone: record.phone,
      phone_shared: record.phoneShared ? 1 : 0,
      card_no: record.cardNo,
      external_id: record.externalId,
      ...birthdayColumns(record.birthday),
      gender: record.gender,
      referrer_id: record.referrerId,
      adviser_id: record.adviserId,
      joined_on: record.joinedOn,
      note: record.note,
      updated_at: stamp.now,
    })
    .where('id', '=', memberId)
    .execute();
  await putTags(tx, memberId, record.tags);
  if (profileText(record) === profileText(before)) return;
  await putProfile(tx, memberId, record, stamp);
  if (profileText(record) === profileText(NO_PROFILE))
    await tx.deleteFrom('member_profile').where('member_id', '=', memberId).execute();
}

const profileText = ({
  occupation,
  income,
  education,
  priceSensitivity,
  needs,
  interests,
}: Profile): string => JSON.stringify([occupation, income, education, priceSensitivity, needs, interests]);
