import type { MemberCard, sourceShape } from '@contract/members';
import { daysInMonth } from '@domain/units';
import type { z } from 'zod';
import type { AskedWith } from '../../lib/rooms';

export type Source = z.output<typeof sourceShape>;
export const SOURCES: readonly Source[] = ['walk_in', 'online_ad', 'event', 'referral', 'import'];

/** The form as it is typed. */
export interface IdentityValues {
  readonly name: string;
  readonly phone: string;
  readonly phoneShared: boolean;
  readonly cardNo: string;
  readonly month: string;
  readonly day: string;
  readonly year: string;
  readonly gender: '' | 'female' | 'male';
  readonly source: Source;
  readonly referrerId: string | null;
  readonly tags: string[];
  readonly note: string;
}
export type IdentityField = 'name' | 'phone' | 'cardNo' | 'month' | 'referrerId';
export type Identity = Omit<AskedWith<'members', 'change'>, 'memberId'>;

export const blankIdentity = (name = '', phone = ''): IdentityValues => ({
  name,
  phone,
  phoneShared: false,
  cardNo: '',
  month: '',
  day: '',
  year: '',
  gender: '',
  source: 'walk_in',
  referrerId: null,
  tags: [],
  note: '',
});

export const identityOf = (card: MemberCard): IdentityValues => ({
  name: card.name,
  phone: card.phone ?? '',
  phoneShared: card.phoneShared,
  cardNo: card.cardNo ?? '',
  month: card.birthday === null ? '' : String(card.birthday.month),
  day: card.birthday === null ? '' : String(card.birthday.day),
  year: card.birthday?.year == null ? '' : String(card.birthday.year),
  gender: card.gender ?? '',
  source: card.source,
  referrerId: card.referrer?.id ?? null,
  tags: card.tags,
  note: card.note,
});

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** The form as main takes it; null when the birthday is no day of any year. */
export function toIdentity(values: IdentityValues): Identity | null {
  const birthday = readBirthday(values);
  if (birthday === 'malformed') return null;
  const { name, phone, phoneShared, cardNo, source, referrerId, tags, note } = values;
  const gender = values.gender === '' ? null : values.gender;
  return { name, phone, phoneShared, cardNo, birthday, gender, source, referrerId, tags, note };
}

function readBirthday({ month, day, year }: IdentityValues): Identity['birthday'] | 'malformed' {
  if (month.trim() === '' && day.trim() === '' && year.trim() === '') return null;
  const [m, d, y] = [whole(month), whole(day), year.trim() === '' ? null : whole(year)];
  if (m === null || d === null || m < 1 || m > 12) return 'malformed';
  if (year.trim() !== '' && (y === null || y < 1900 || y > 2100)) return 'malformed';
  // Without a year the 29th of February is a day.
  return d >= 1 && d <= daysInMonth(y ?? 2000, m) ? { year: y, month: m, day: d } : 'malformed';
}

/** Where a refusal belongs: at the field that can mend it. */
export const FIELD_OF: Readonly<Record<string, IdentityField>> = {
  name_or_phone_needed: 'name',
  phone_malformed: 'phone',
  phone_taken: 'phone',
  card_taken: 'cardNo',
  card_malformed: 'cardNo',
  birthday_malformed: 'month',
  referrer_unknown: 'referrerId',
};
