import type { Birthday } from '../domain/members/birthday';
import { memberNoAfter } from '../domain/members/member-no';
import type { Identity } from '../domain/members/sign-up';
import type { BusinessDate, Instant } from '../domain/units';
import type { MemberTable, Tx } from '../schema';

export interface MemberStamp {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly staffId: string;
}

/** The next free member number; safe because it is read inside the one writing transaction. */
export async function nextMemberNo(tx: Tx): Promise<string> {
  const { last } = await tx
    .selectFrom('member')
    .select((eb) => eb.fn.max('member_no').as('last'))
    .executeTakeFirstOrThrow();
  return memberNoAfter(last);
}

export async function insertMember(
  tx: Tx,
  member: Identity & { readonly id: string; readonly memberNo: string },
  { now, today, staffId }: MemberStamp,
): Promise<void> {
  await tx
    .insertInto('member')
    .values({
      id: member.id,
      member_no: member.memberNo,
      ...identityColumns(member),
      external_id: null,
      joined_on: today,
      created_at: now,
      updated_at: now,
      staff_id: staffId,
      import_id: null,
    })
    .execute();
  await insertTags(tx, member.id, member.tags);
}

export async function changeMember(
  tx: Tx,
  memberId: string,
  identity: Identity,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('member')
    .set({ ...identityColumns(identity), updated_at: now })
    .where('id', '=', memberId)
    .execute();
  await putTags(tx, memberId, identity.tags);
}

/** Puts these in place of the tags that were there. */
export async function putTags(tx: Tx, memberId: string, tags: readonly string[]): Promise<void> {
  await tx.deleteFrom('member_tag').where('member_id', '=', memberId).execute();
  await insertTags(tx, memberId, tags);
}

/** Who looks after them (S54); null = nobody. */
export async function setAdviser(
  tx: Tx,
  memberId: string,
  staffId: string | null,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('member')
    .set({ adviser_id: staffId, updated_at: now })
    .where('id', '=', memberId)
    .execute();
}

async function insertTags(tx: Tx, memberId: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await tx
    .insertInto('member_tag')
    .values(tags.map((tag, position) => ({ member_id: memberId, tag, position })))
    .execute();
}

/** Consent is a ledger: each giving and withdrawal is an entry with text version, channel, staff and time (S28). */
export async function appendConsent(
  tx: Tx,
  entries: readonly {
    readonly id: string;
    readonly memberId: string;
    readonly purpose: 'personal_data' | 'marketing';
    readonly action: 'given' | 'withdrawn';
    readonly textVersion: string;
    readonly channel: string;
  }[],
  { now, staffId }: Pick<MemberStamp, 'now' | 'staffId'>,
): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('consent_entry')
    .values(
      entries.map((entry) => ({
        id: entry.id,
        member_id: entry.memberId,
        purpose: entry.purpose,
        action: entry.action,
        text_version: entry.textVersion,
        channel: entry.channel,
        staff_id: staffId,
        at: now,
      })),
    )
    .execute();
}

function identityColumns(identity: Identity) {
  return {
    name: identity.name,
    phone: identity.phone,
    phone_shared: identity.phoneShared ? 1 : 0,
    card_no: identity.cardNo,
    gender: identity.gender,
    source: identity.source,
    referrer_id: identity.referrerId,
    note: identity.note,
    ...birthdayColumns(identity.birthday),
  };
}

export function birthdayColumns(
  birthday: Birthday | null,
): Pick<MemberTable, 'birth_year' | 'birth_month' | 'birth_day'> {
  return {
    birth_year: birthday?.year ?? null,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
  };
}
