import type SQLite from 'better-sqlite3';
import type { BusinessDate, Instant } from '../domain/units';
import type { Member } from './people';
import { inserter } from './rows';

/** Consent text in force when the sample shop's members joined. */
const CONSENT_TEXT = '2026-11';

export interface Joining {
  readonly id: string;
  readonly at: Instant;
  readonly on: BusinessDate;
  readonly staffId: string;
}

/** Writes everybody with tags and consent; answers nothing, for ids are handed in by `joining`. */
export function writeMembers(
  raw: SQLite.Database,
  members: readonly Member[],
  joinings: readonly Joining[],
  newId: (at: Instant) => string,
  withdrawnAt: (joining: Joining) => Instant,
): void {
  const insert = writersOn(raw);
  members.forEach((member, place) => {
    const joining = joinings[place];
    if (joining === undefined) throw new Error('a member who never joined');
    const { id, at, staffId } = joining;
    insert.member({
      id,
      member_no: member.memberNo,
      card_no: member.cardNo,
      name: member.name,
      phone: member.phone,
      phone_shared: member.phoneShared ? 1 : 0,
      gender: member.gender,
      birth_year: member.birthday?.year ?? null,
      birth_month: member.birthday?.month ?? null,
      birth_day: member.birthday?.day ?? null,
      source: member.source,
      referrer_id: member.referrer === null ? null : (joinings[member.referrer]?.id ?? null),
      note: member.note,
      joined_on: joining.on,
      created_at: at,
      updated_at: at,
      staff_id: staffId,
    });
    member.tags.forEach((tag, position) => {
      insert.tag({ member_id: id, tag, position });
    });
    const consent = (purpose: 'personal_data' | 'marketing', action: 'given' | 'withdrawn', when: Instant) =>
      insert.consent({
        id: newId(when),
        member_id: id,
        purpose,
        action,
        text_version: CONSENT_TEXT,
        channel: 'counter',
        staff_id: staffId,
        at: when,
      });
    consent('personal_data', 'given', at);
    if (member.marketing !== 'never') consent('marketing', 'given', at);
    if (member.marketing === 'withdrawn') consent('marketing', 'withdrawn', withdrawnAt(joining));
  });
}

function writersOn(raw: SQLite.Database) {
  return {
    member: inserter(raw, 'member', [
      'id',
      'member_no',
      'card_no',
      'name',
      'phone',
      'phone_shared',
      'gender',
      'birth_year',
      'birth_month',
      'birth_day',
      'source',
      'referrer_id',
      'note',
      'joined_on',
      'created_at',
      'updated_at',
      'staff_id',
    ]),
    tag: inserter(raw, 'member_tag', ['member_id', 'tag', 'position']),
    consent: inserter(raw, 'consent_entry', [
      'id',
      'member_id',
      'purpose',
      'action',
      'text_version',
      'channel',
      'staff_id',
      'at',
    ]),
  };
}
