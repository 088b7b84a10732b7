import { NO_PROFILE, type Profile } from '@domain/members/profile';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

async function member(personalData = true): Promise<string> {
  const outcome = await shop.client.members.signUp(shop.request(), {
    ...{ name: '张三', phone: '', phoneShared: false, cardNo: '', birthday: null, gender: null },
    ...{ source: 'walk_in', referrerId: null, tags: [], note: '', distinct: false },
    consent: { personalData: true, marketing: false, textVersion: '2026-11' },
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { memberId } = outcome.value;
  if (!personalData)
    await shop.client.members.recordConsent(shop.request(), {
      ...{ memberId, purpose: 'personal_data', action: 'withdrawn' },
      ...{ textVersion: '2026-11', channel: 'counter' },
    });
  return memberId;
}

const TOLD: Profile = {
  occupation: '教师',
  income: 'middle',
  education: 'university',
  priceSensitivity: 'low',
  needs: ['product', 'emotional'],
  interests: ['露营', '烘焙'],
};

describe('the profile of a member', () => {
  test('S10 S11 S33 nothing at first, then what was told, then what was told last', async () => {
    const memberId = await member();
    expect(await shop.client.members.profile({ memberId })).toEqual(NO_PROFILE);
    expect((await shop.client.members.setProfile(shop.request(), { memberId, ...TOLD })).ok).toBe(true);
    expect(await shop.client.members.profile({ memberId })).toEqual(TOLD);
    const later: Profile = { ...TOLD, income: null, interests: ['烘焙', '带娃'], needs: [] };
    await shop.client.members.setProfile(shop.request(), { memberId, ...later });
    expect(await shop.client.members.profile({ memberId })).toEqual(later);
  });

  test('S28 after the consent is withdrawn it can be taken away, not added to', async () => {
    const memberId = await member(false);
    const refused = await shop.client.members.setProfile(shop.request(), { memberId, ...TOLD });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'consent_needed' } });
    expect(await shop.client.members.profile({ memberId })).toEqual(NO_PROFILE);
    const emptied = await shop.client.members.setProfile(shop.request(), { memberId, ...NO_PROFILE });
    expect(emptied.ok).toBe(true);
  });

  test('nobody has no profile to set', async () => {
    const memberId = shop.request();
    const refused = await shop.client.members.setProfile(shop.request(), { memberId, ...TOLD });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'member_gone' } });
  });
});
