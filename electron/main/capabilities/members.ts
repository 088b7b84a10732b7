import { indexComplaintsOf } from '../../../db/complaints/search';
import { issueCalendarCoupons } from '../../../db/coupons/calendar';
import { changedParts } from '../../../db/domain/audit/changes';
import { decideProfile } from '../../../db/domain/members/profile';
import { readQuery } from '../../../db/domain/members/query';
import { decideChange, decideSignUp, readIdentity } from '../../../db/domain/members/sign-up';
import { Refusal, refuse } from '../../../db/domain/refusal';
import {
  appendConsent,
  changeMember,
  insertMember,
  nextMemberNo,
  setAdviser,
} from '../../../db/members/commands';
import { memberPage, recentMembers } from '../../../db/members/lists';
import { profileOf, putProfile } from '../../../db/members/profile';
import {
  activeMember,
  adviserOf,
  consentOf,
  consentsOf,
  identityOf,
  knownBeside,
  memberCard,
  memberExists,
} from '../../../db/members/queries';
import { currentRules } from '../../../db/settings/queries';
import { staffExists } from '../../../db/staff/queries';
import type { CommandCx, RoomHandlers } from '../context';
import { stampOf } from '../stamp';

export const membersHandlers: RoomHandlers<'members'> = {
  lookup: (cx, { text }) => {
    const query = readQuery(text);
    return { readAs: query.readAs, rows: cx.lookup.find(query, cx.today) };
  },
  recent: (cx) => recentMembers(cx.db, cx.today),
  card: (cx, { memberId }) => memberCard(cx.db, memberId, cx),
  list: (cx, asked) => memberPage(cx.db, asked, cx.today),
  consents: (cx, { memberId }) => consentsOf(cx.db, memberId),
  signUp: async (cx, asked) => {
    const identity = readIdentity(asked, cx.today);
    if (identity instanceof Refusal) return identity;
    const known = await knownBeside(cx.tx, identity, null);
    const decided = decideSignUp(identity, known, {
      personalDataConsent: asked.consent.personalData,
      distinct: asked.distinct,
    });
    if (decided instanceof Refusal) return decided;
    const memberId = cx.newId();
    const memberNo = await nextMemberNo(cx.tx);
    await insertMember(cx.tx, { ...decided, id: memberId, memberNo }, memberStamp(cx));
    await giveConsent(cx, memberId, asked.consent);
    await celebrate(cx, memberId);
    cx.touch(memberId);
    return { memberId, memberNo };
  },
  change: async (cx, { memberId, ...asked }) => {
    const member = await activeMember(cx.tx, memberId);
    if (member === undefined) return refuse('member_gone');
    const identity = readIdentity(asked, cx.today, { knownOtherwise: member.externalId !== null });
    if (identity instanceof Refusal) return identity;
    const decided = decideChange(identity, await knownBeside(cx.tx, identity, memberId), member);
    if (decided instanceof Refusal) return decided;
    const before = await identityOf(cx.tx, memberId);
    await changeMember(cx.tx, memberId, decided, cx.now);
    noteChange(cx, memberId, before, await identityOf(cx.tx, memberId));
    indexComplaintsOf(cx.tx, memberId); // they are found by the name
    await celebrate(cx, memberId);
    cx.touch(memberId);
    return {};
  },
  setAdviser: async (cx, { memberId, staffId }) => {
    if (!(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    if (staffId !== null && !(await staffExists(cx.tx, staffId))) return refuse('staff_gone');
    const before = await adviserOf(cx.tx, memberId);
    await setAdviser(cx.tx, memberId, staffId, cx.now);
    cx.audit({ about: { kind: 'member', id: memberId }, before, after: staffId });
    return {};
  },
  profile: (cx, { memberId }) => profileOf(cx.db, memberId),
  setProfile: async (cx, { memberId, ...asked }) => {
    if (!(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    const before = await profileOf(cx.tx, memberId);
    const consented = (await consentOf(cx.tx, memberId)).personalData;
    const profile = decideProfile(asked, { consented, before });
    if (profile instanceof Refusal) return profile;
    await putProfile(cx.tx, memberId, profile, memberStamp(cx));
    noteChange(cx, memberId, before, profile);
    return {};
  },
  recordConsent: async (cx, entry) => {
    if (!(await memberExists(cx.tx, entry.memberId))) return refuse('member_gone');
    await appendConsent(cx.tx, [{ ...entry, id: cx.newId() }], memberStamp(cx));
    // Not kept apart: that somebody has withdrawn must be shown even when nothing else is left of them.
    const { memberId, purpose, action, textVersion, channel } = entry;
    cx.audit({ about: { kind: 'member', id: memberId }, after: { purpose, action, textVersion, channel } });
    return {};
  },
};

const memberStamp = (cx: CommandCx) => ({ now: cx.now, today: cx.today, staffId: cx.staff.id });

/** What is a member's own stands apart in the trail, and goes with them. */
function noteChange<Own extends object>(cx: CommandCx, memberId: string, before: Own, after: Own): void {
  const changed = changedParts(before, after);
  const about = { kind: 'member', id: memberId } as const;
  cx.audit(changed === null ? { about } : { about, personal: { memberId, ...changed } });
}

/** A birthday that is told while its window is open brings its gift at once, not on the next morning (S44). */
async function celebrate(cx: CommandCx, memberId: string): Promise<void> {
  const { version, rules } = await currentRules(cx.tx, cx.today);
  await issueCalendarCoupons(cx.tx, memberId, rules, stampOf(cx, version));
}

/** Personal data always (S28: nothing is stored without it), marketing only if given. */
function giveConsent(
  cx: CommandCx,
  memberId: string,
  given: { readonly marketing: boolean; readonly textVersion: string; readonly channel: string },
): Promise<void> {
  const purposes = given.marketing ? (['personal_data', 'marketing'] as const) : (['personal_data'] as const);
  const entries = purposes.map((purpose) => ({
    id: cx.newId(),
    memberId,
    purpose,
    action: 'given' as const,
    textVersion: given.textVersion,
    channel: given.channel,
  }));
  return appendConsent(cx.tx, entries, memberStamp(cx));
}
