import { decideProfile, NO_PROFILE, type Profile } from '@domain/members/profile';
import { Refusal } from '@domain/refusal';
import { describe, expect, it } from 'vitest';

const TOLD: Profile = {
  occupation: '教师',
  income: 'middle',
  education: 'university',
  priceSensitivity: 'low',
  needs: ['product', 'emotional'],
  interests: ['烘焙', '露营'],
};

describe('what a member tells of themselves', () => {
  it('S10 S11 S33 is kept as told, every interest once, the needs in one order', () => {
    const asked: Profile = { ...TOLD, needs: ['emotional', 'product'], interests: ['烘焙', '露营', '烘焙'] };
    expect(decideProfile(asked, { consented: true, before: NO_PROFILE })).toEqual(TOLD);
  });

  it.each<[string, Profile]>([
    ['an occupation', { ...NO_PROFILE, occupation: '教师' }],
    ['an income', { ...NO_PROFILE, income: 'low' }],
    ['an education', { ...NO_PROFILE, education: 'school' }],
    ['how they stand to prices', { ...NO_PROFILE, priceSensitivity: 'high' }],
    ['a need', { ...NO_PROFILE, needs: ['service'] }],
    ['an interest', { ...NO_PROFILE, interests: ['烘焙'] }],
  ])('S28 without consent %s is not taken down', (_what, asked) => {
    const decided = decideProfile(asked, { consented: false, before: NO_PROFILE });
    expect(decided instanceof Refusal && decided.code).toBe('consent_needed');
  });

  it('S28 without consent another word in place of the old one is refused, taking one away is not', () => {
    const before = TOLD;
    const changed = decideProfile({ ...TOLD, income: 'high' }, { consented: false, before });
    expect(changed instanceof Refusal && changed.code).toBe('consent_needed');
    const less: Profile = { ...TOLD, income: null, needs: ['product'], interests: ['露营'] };
    expect(decideProfile(less, { consented: false, before })).toEqual(less);
    expect(decideProfile(NO_PROFILE, { consented: false, before })).toEqual(NO_PROFILE);
  });
});
