import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import { type Birthday, isBirthday } from './birthday';
import { normaliseCardNo } from './card-no';
import { foldWidth } from './fold';
import { maskPhone, normalisePhone } from './phone';

export type Source = 'walk_in' | 'online_ad' | 'event' | 'referral' | 'import';

/** What a person at the counter has typed; empty strings where nothing was. */
export interface AskedIdentity {
  readonly name: string;
  readonly phone: string;
  readonly phoneShared: boolean;
  readonly cardNo: string;
  readonly birthday: Birthday | null;
  readonly gender: 'female' | 'male' | null;
  readonly source: Source;
  readonly referrerId: string | null;
  readonly tags: readonly string[];
  readonly note: string;
}

/** The same, read: every field in the one form in which it is kept. */
export interface Identity {
  readonly name: string;
  readonly phone: string | null;
  readonly phoneShared: boolean;
  readonly cardNo: string | null;
  readonly birthday: Birthday | null;
  readonly gender: 'female' | 'male' | null;
  readonly source: Source;
  readonly referrerId: string | null;
  readonly tags: readonly string[];
  readonly note: string;
}

export interface KnownMember {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

export interface SimilarMember extends KnownMember {
  readonly why: 'same_name_and_birthday' | 'same_name_and_phone_tail';
}

/** Who is already in the store, as far as it bears on this identity; never the member being changed. */
export interface Known {
  readonly byPhone: KnownMember | null;
  readonly byCard: KnownMember | null;
  readonly similar: readonly SimilarMember[];
  /** The referrer is a member, another one, and was not brought by this one. */
  readonly referrerThere: boolean;
}

type Malformed = Refusal<
  'name_or_phone_needed' | 'phone_malformed' | 'card_malformed' | 'birthday_malformed',
  NoParams
>;
type Taken =
  | Refusal<'phone_taken', { memberId: string; name: string; phoneMasked: string }>
  | Refusal<'card_taken', { memberId: string; name: string }>
  | Refusal<'referrer_unknown', NoParams>;
type SimilarExists = Refusal<
  'similar_exists',
  { members: { id: string; name: string; phoneMasked: string; why: SimilarMember['why'] }[] }
>;

const LONGEST_NAME = 40;
const SIMILAR_SHOWN = 5;

/**
 * Reads what was typed. Refuses what is malformed, and an identity with neither name nor phone;
 * `knownOtherwise`: a member kept by another system's number may stay without both.
 */
export function readIdentity(
  asked: AskedIdentity,
  today: BusinessDate,
  { knownOtherwise = false } = {},
): Identity | Malformed {
  const name = readName(asked.name);
  const phone = asked.phone.trim() === '' ? null : normalisePhone(asked.phone);
  const cardNo = asked.cardNo.trim() === '' ? null : normaliseCardNo(asked.cardNo);
  if (phone === undefined) return refuse('phone_malformed');
  if (name === '' && phone === null && !knownOtherwise) return refuse('name_or_phone_needed');
  if (cardNo === undefined) return refuse('card_malformed');
  if (asked.birthday !== null && !isBirthday(asked.birthday, today)) return refuse('birthday_malformed');
  return {
    ...asked,
    name,
    phone,
    phoneShared: asked.phoneShared && phone !== null,
    cardNo,
    tags: [...new Set(asked.tags)],
  };
}

/** A name as it is kept: half-width, single spaces, at most 40 characters. */
const readName = (text: string): string =>
  Array.from(foldWidth(text).replace(/\s+/gu, ' ')).slice(0, LONGEST_NAME).join('').trim();

/**
 * Whether a new member may be written. Name and phone are personal data, so consent comes first
 * (S28). A family may share a phone only if marked so. The cashier may say that a similar member
 * is another person (`distinct`); a taken phone or card stays refused.
 */
export function decideSignUp(
  identity: Identity,
  known: Known,
  said: { readonly personalDataConsent: boolean; readonly distinct: boolean },
): Identity | Taken | SimilarExists | Refusal<'consent_needed', NoParams> {
  if (!said.personalDataConsent) return refuse('consent_needed');
  const taken = takenBy(identity, known);
  if (taken !== undefined) return taken;
  if (known.similar.length > 0 && !said.distinct) return similarExists(known.similar);
  return identity;
}

/**
 * Whether a member may be changed to this identity. What they already have stays theirs: a phone
 * that a family member has joined since, a referrer who has left.
 */
export function decideChange(
  identity: Identity,
  known: Known,
  before: Pick<Identity, 'phone' | 'phoneShared' | 'referrerId'>,
): Identity | Taken {
  const keepsPhone = identity.phone === before.phone && identity.phoneShared === before.phoneShared;
  const taken = takenBy(identity, {
    ...known,
    byPhone: keepsPhone ? null : known.byPhone,
    referrerThere: known.referrerThere || identity.referrerId === before.referrerId,
  });
  return taken ?? identity;
}

function takenBy(identity: Identity, { byPhone, byCard, referrerThere }: Known): Taken | undefined {
  if (byPhone !== null && !identity.phoneShared) {
    const phoneMasked = maskPhone(byPhone.phone);
    return refuse('phone_taken', { memberId: byPhone.id, name: byPhone.name, phoneMasked });
  }
  if (byCard !== null) return refuse('card_taken', { memberId: byCard.id, name: byCard.name });
  if (identity.referrerId !== null && !referrerThere) return refuse('referrer_unknown');
  return undefined;
}

const similarExists = (members: readonly SimilarMember[]): SimilarExists =>
  refuse('similar_exists', {
    members: members
      .slice(0, SIMILAR_SHOWN)
      .map(({ id, name, phone, why }) => ({ id, name, phoneMasked: maskPhone(phone), why })),
  });
