import { NEEDS, NO_PROFILE, type Profile } from '../domain/members/profile';
import type { Reader, Tx } from '../schema';
import type { MemberStamp } from './commands';

/** What the member has told of themselves; nothing at all for who has told nothing. */
export async function profileOf(db: Reader, memberId: string): Promise<Profile> {
  const row = await db
    .selectFrom('member_profile')
    .select(['occupation', 'income', 'education', 'price_sensitivity', 'needs'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  const interests = await db
    .selectFrom('member_interest')
    .select('interest')
    .where('member_id', '=', memberId)
    .orderBy('position')
    .execute();
  if (row === undefined) return { ...NO_PROFILE, interests: interests.map(({ interest }) => interest) };
  const { occupation, income, education, price_sensitivity: priceSensitivity } = row;
  const told: unknown = JSON.parse(row.needs);
  const needs = NEEDS.filter((need) => Array.isArray(told) && told.includes(need));
  return {
    ...{ occupation, income, education, priceSensitivity, needs },
    interests: interests.map(({ interest }) => interest),
  };
}

/** Replaces what was known: a profile has no history, for it is the member's own and theirs to take back (S10). */
export async function putProfile(
  tx: Tx,
  memberId: string,
  profile: Profile,
  { now, staffId }: Pick<MemberStamp, 'now' | 'staffId'>,
): Promise<void> {
  const columns = {
    occupation: profile.occupation,
    income: profile.income,
    education: profile.education,
    price_sensitivity: profile.priceSensitivity,
    needs: JSON.stringify(profile.needs),
    updated_at: now,
    staff_id: staffId,
  };
  await tx
    .insertInto('member_profile')
    .values({ member_id: memberId, ...columns })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(columns))
    .execute();
  await tx.deleteFrom('member_interest').where('member_id', '=', memberId).execute();
  if (profile.interests.length === 0) return;
  await tx
    .insertInto('member_interest')
    .values(profile.interests.map((interest, position) => ({ member_id: memberId, interest, position })))
    .execute();
}
