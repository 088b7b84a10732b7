import {
  type AskedIdentity,
  decideChange,
  decideSignUp,
  type Identity,
  type Known,
  readIdentity,
} from '@domain/members/sign-up';
import { Refusal } from '@domain/refusal';
import { businessDate } from '@domain/units';
import { describe, expect, test } from 'vitest';

const TODAY = businessDate('2026-05-18');

const asked = (over: Partial<AskedIdentity> = {}): AskedIdentity => ({
  name: '张三',
  phone: '',
  phoneShared: false,
  cardNo: '',
  birthday: null,
  gender: null,
  source: 'walk_in',
  referrerId: null,
  tags: [],
  note: '',
  ...over,
});

const NOBODY: Known = { byPhone: null, byCard: null, similar: [], referrerThere: true };
const SAYS_YES = { personalDataConsent: true, distinct: false };
const zhang = { id: 'zhang', name: '张三', phone: '13812348812' };

function identity(over: Partial<AskedIdentity> = {}): Identity {
  const read = readIdentity(asked(over), TODAY);
  if (read instanceof Refusal) throw new Error(read.code);
  return read;
}

const codeOf = (decided: unknown) => (decided instanceof Refusal ? decided.code : 'accepted');

describe('what was typed', () => {
  test('a name or a phone is enough', () => {
    expect(identity({ name: '张三' })).toMatchObject({ name: '张三', phone: null });
    expect(identity({ name: '', phone: '138 1234 8812' })).toMatchObject({ name: '', phone: '13812348812' });
    expect(codeOf(readIdentity(asked({ name: '  ' }), TODAY))).toBe('name_or_phone_needed');
  });

  test('a member known by another system’s number may stay without both', () => {
    expect(codeOf(readIdentity(asked({ name: '' }), TODAY, { knownOtherwise: true }))).toBe('accepted');
  });

  test.each([
    [{ phone: '1381234' + 'x' }, 'phone_malformed'],
    [{ cardNo: '卡' }, 'card_malformed'],
    [{ cardNo: '134567890123456789' }, 'card_malformed'], // a payment code is never stored
    [{ birthday: { year: 2001, month: 2, day: 29 } }, 'birthday_malformed'],
    [{ birthday: { year: null, month: 2, day: 29 } }, 'accepted'],
  ])('%j: %s', (over, code) => {
    expect(codeOf(readIdentity(asked(over), TODAY))).toBe(code);
  });

  test('names are kept half-width with single spaces, tags once', () => {
    expect(identity({ name: ' Ｔｏｍ　 Smith ', tags: ['不加糖', '靠窗', '不加糖'] })).toMatchObject({
      name: 'Tom Smith',
      tags: ['不加糖', '靠窗'],
    });
    expect(identity({ name: '㎏'.repeat(40) }).name).toHaveLength(40);
  });

  test('a phone is shared only if there is one', () => {
    expect(identity({ phoneShared: true }).phoneShared).toBe(false);
  });
});

describe('sign-up', () => {
  test('S28 nothing is stored without consent to personal data', () => {
    expect(codeOf(decideSignUp(identity(), NOBODY, { personalDataConsent: false, distinct: true }))).toBe(
      'consent_needed',
    );
  });

  test('the same phone is refused with the member who has it, masked', () => {
    const decided = decideSignUp(identity({ phone: '13812348812' }), { ...NOBODY, byPhone: zhang }, SAYS_YES);
    expect(decided).toMatchObject({
      code: 'phone_taken',
      params: { memberId: 'zhang', name: '张三', phoneMasked: '138****8812' },
    });
  });

  test('a family shares a phone only if marked so', () => {
    const shared = identity({ phone: '13812348812', phoneShared: true });
    expect(decideSignUp(shared, { ...NOBODY, byPhone: zhang }, SAYS_YES)).toEqual(shared);
  });

  test('a taken card and an unknown referrer are refused, even for somebody distinct', () => {
    const says = { ...SAYS_YES, distinct: true };
    expect(codeOf(decideSignUp(identity({ cardNo: '1' }), { ...NOBODY, byCard: zhang }, says))).toBe(
      'card_taken',
    );
    const referred = identity({ referrerId: 'nobody' });
    expect(codeOf(decideSignUp(referred, { ...NOBODY, referrerThere: false }, says))).toBe(
      'referrer_unknown',
    );
  });

  test('a similar member warns; the cashier may say that it is another person', () => {
    const similar = Array.from({ length: 7 }, () => ({ ...zhang, why: 'same_name_and_birthday' as const }));
    const warned = decideSignUp(identity(), { ...NOBODY, similar }, SAYS_YES);
    expect(warned).toMatchObject({ code: 'similar_exists' });
    expect(
      warned instanceof Refusal && warned.code === 'similar_exists' && warned.params.members,
    ).toHaveLength(5);
    expect(codeOf(decideSignUp(identity(), { ...NOBODY, similar }, { ...SAYS_YES, distinct: true }))).toBe(
      'accepted',
    );
  });

  test('a change is refused for taken phones and cards, not for similar names', () => {
    const before = identity();
    const similar = [{ ...zhang, why: 'same_name_and_phone_tail' as const }];
    const change = (over: Partial<AskedIdentity>, known: Partial<Known>) =>
      codeOf(decideChange(identity(over), { ...NOBODY, ...known }, before));
    expect(change({}, { similar })).toBe('accepted');
    expect(change({ phone: '13812348812' }, { byPhone: zhang })).toBe('phone_taken');
    expect(change({ cardNo: '1' }, { byCard: zhang })).toBe('card_taken');
    expect(change({ referrerId: 'nobody' }, { referrerThere: false })).toBe('referrer_unknown');
  });

  test('what they have already stays theirs', () => {
    const before = identity({ phone: '13812348812', referrerId: 'gone' });
    const known = { ...NOBODY, byPhone: zhang, referrerThere: false };
    expect(decideChange(before, known, before)).toEqual(before);
    const nowShared = { ...before, phoneShared: true };
    expect(decideChange(nowShared, known, before)).toEqual(nowShared);
    expect(codeOf(decideChange(before, known, nowShared))).toBe('phone_taken'); // no longer shared, but it is
  });
});
