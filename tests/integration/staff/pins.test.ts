import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const current = () => shop.client.staff.current({});
const signIn = (staffId: string, pin: string) => shop.client.staff.signIn({ staffId, pin });

describe('rules, Staff: wrong PINs', () => {
  it('four are forgiven, the fifth is followed by 30 s, the next by 60 s; the right one forgives all', async () => {
    const { id } = await shop.as('cashier');
    for (const left of [4, 3, 2, 1])
      expect(await signIn(id, '000000')).toMatchObject({
        refusal: { code: 'wrong_pin', params: { left, lockedUntil: null } },
      });
    expect(await signIn(id, '000000')).toMatchObject({
      refusal: { params: { left: 0, lockedUntil: shop.clock.now + 30_000 } },
    });
    expect(await signIn(id, shop.people.pinOf('cashier'))).toMatchObject({
      refusal: { code: 'pin_locked', params: { until: shop.clock.now + 30_000 } },
    });
    shop.clock.advance(30_000);
    expect(await signIn(id, '000000')).toMatchObject({
      refusal: { params: { lockedUntil: shop.clock.now + 60_000 } },
    });
    expect((await current()).people.find((person) => person.id === id)).toMatchObject({
      waitUntil: shop.clock.now + 60_000,
    });
    shop.clock.advance(60_000);
    expect(await signIn(id, shop.people.pinOf('cashier'))).toMatchObject({ ok: true });
    expect(await signIn(id, '000000')).toMatchObject({ refusal: { params: { left: 4 } } });
  });

  it('ten block a cashier until a manager lets them try again; no clock and no restart does', async () => {
    const { id } = await shop.as('cashier');
    await shop.as('manager');
    await wrongly(id, 10);
    const blocked = { refusal: { code: 'pin_blocked', params: { by: 'manager' } } };
    const right = shop.people.pinOf('cashier');
    expect(await signIn(id, right)).toMatchObject(blocked);
    shop.clock.advanceDays(400);
    await shop.client.settings.retryStore({});
    expect(await signIn(id, right)).toMatchObject(blocked);
    await shop.as('manager');
    expect(await shop.client.staff.unblock(shop.request(), { staffId: id })).toMatchObject({ ok: true });
    expect(await signIn(id, right)).toMatchObject({ ok: true });
  });

  it('a manager does not let another manager try again; an owner does', async () => {
    const { id } = await shop.as('manager');
    const unblock = () => shop.client.staff.unblock(shop.request(), { staffId: id });
    expect(await unblock()).toMatchObject({ refusal: { code: 'not_below_you' } });
    await shop.as('owner');
    expect(await unblock()).toMatchObject({ ok: true });
  });

  it('count when they are given for an approval or as the old PIN, too', async () => {
    const { id } = await shop.as('owner');
    const asked = {
      staffId: id,
      pin: '000000',
      channel: 'staff.setRole',
      role: 'owner',
      another: false,
    } as const;
    expect(await shop.client.staff.approve(asked)).toMatchObject({ refusal: { params: { left: 4 } } });
    const change = { oldPin: '000000', pin: '577215' };
    expect(await shop.client.staff.setOwnPin(change)).toMatchObject({ refusal: { params: { left: 3 } } });
    expect(await shop.client.staff.setOwnPin({ ...change, oldPin: null })).toMatchObject({
      refusal: { code: 'old_pin_needed' },
    });
    const fails = shop
      .raw()
      .prepare("select count(*) from audit_entry where act = 'staff.wrong_pin'")
      .pluck();
    expect(fails.get()).toBe(2);
  });

  it('a hundred tried at once are a hundred tries', async () => {
    const { id } = await shop.as('cashier');
    const ends = await Promise.all(Array.from({ length: 100 }, () => signIn(id, '000000')));
    const codes = ends.map((end) => (end.ok ? 'in' : end.refusal.code));
    expect(codes.filter((code) => code === 'wrong_pin')).toHaveLength(5);
    expect(codes.filter((code) => code === 'pin_locked')).toHaveLength(95);
  });

  it('nobody signs in as one who has no PIN, has left, or never was', async () => {
    const { id: owner } = await shop.as('owner');
    shop.people.approvedBy = 'owner';
    const asked = { name: '小赵', role: 'cashier', pin: null, ownMemberId: null } as const;
    const added = await shop.client.staff.add(asked);
    const staffId = added.ok ? added.value.staffId : '';
    expect(await signIn(staffId, '161803')).toMatchObject({ refusal: { code: 'no_pin' } });
    expect(await shop.client.staff.givePin({ staffId, pin: '161803' })).toMatchObject({ ok: true });
    await shop.client.staff.deactivate(shop.request(), { staffId });
    expect(await signIn(staffId, '161803')).toMatchObject({ refusal: { code: 'unknown_staff' } });
    await shop.client.staff.reactivate(shop.request(), { staffId });
    expect(await signIn(staffId, '161803')).toMatchObject({ ok: true });
    expect(await signIn(shop.request(), '161803')).toMatchObject({ refusal: { code: 'unknown_staff' } });
    expect(owner).not.toBe(staffId);
  });
});

describe('trust, People: PINs and who sets them', () => {
  it('a trivial one is refused, and one that is the end of the own phone number', async () => {
    const memberId = await shop.member('小林自己', { phone: '13900577215' });
    const cashier = await shop.as('cashier');
    await shop.as('owner');
    const own = { staffId: cashier.id, name: '小林', ownMemberId: memberId };
    await shop.client.staff.change(shop.request(), own);
    shop.people.approvedBy = 'owner';
    const give = (pin: string) => shop.client.staff.givePin({ staffId: cashier.id, pin });
    expect(await give('123456')).toMatchObject({ refusal: { code: 'trivial_pin' } });
    expect(await give('577215')).toMatchObject({ refusal: { code: 'trivial_pin' } });
    expect(await give('57721')).toMatchObject({ refusal: { code: 'pin_length', params: { digits: 6 } } });
    expect(await give('141421')).toMatchObject({ ok: true });
  });

  it('a manager sets a cashier’s with their own PIN, and no other manager’s', async () => {
    const cashier = await shop.as('cashier');
    const manager = await shop.as('manager');
    shop.people.approvedBy = 'manager';
    const give = (staffId: string) => shop.client.staff.givePin({ staffId, pin: '141421' });
    expect(await give(cashier.id)).toMatchObject({ ok: true });
    expect(await give(manager.id)).toMatchObject({ refusal: { code: 'not_below_you' } });
    expect(await signIn(cashier.id, '141421')).toMatchObject({ ok: true });
  });

  it('no PIN and no code stands in the store’s file, nor in what a request answered', async () => {
    const first = await shop.client.staff.setOwnPin({ oldPin: null, pin: '271828' });
    const code = first.ok ? (first.value.recoveryCode ?? '') : '';
    shop.raw().pragma('wal_checkpoint(truncate)');
    const file = readFileSync(shop.main.app.session.path()).toString('latin1');
    expect(file).toContain('scrypt$');
    for (const secret of ['271828', code, code.replaceAll('-', '')]) expect(file).not.toContain(secret);
  });

  it('staff are told apart by name, and a member is one of them at most', async () => {
    await shop.as('owner');
    shop.people.approvedBy = 'owner';
    const memberId = await shop.member('小林自己');
    const add = (name: string, ownMemberId: string | null) =>
      shop.client.staff.add({ name, role: 'cashier', pin: null, ownMemberId });
    expect(await add('小林', memberId)).toMatchObject({ ok: true });
    expect(await add('小林', null)).toMatchObject({ refusal: { code: 'name_taken' } });
    expect(await add('小王', memberId)).toMatchObject({
      refusal: { code: 'member_taken', params: { name: '小林' } },
    });
    expect(await add('小王', shop.request())).toMatchObject({ refusal: { code: 'unknown_member' } });
    const { people } = await shop.client.staff.people({});
    expect(people.map(({ name, ownMember }) => [name, ownMember?.name])).toEqual([
      ['店主', undefined],
      ['小林', '小林自己'],
    ]);
  });
});

describe('trust, People: the recovery code', () => {
  const reset = (staffId: string, code: string, pin = '141421') =>
    shop.client.staff.resetByRecoveryCode({ staffId, code, pin });

  it('sets a blocked owner’s PIN anew and signs them in; another code, or a cashier’s name, does not', async () => {
    const { id } = await shop.people.here();
    const first = await shop.client.staff.setOwnPin({ oldPin: null, pin: '271828' });
    const code = first.ok ? (first.value.recoveryCode ?? '') : '';
    await shop.client.staff.lock({});
    await wrongly(id, 10);
    expect(await signIn(id, '271828')).toMatchObject({
      refusal: { code: 'pin_blocked', params: { by: 'owner' } },
    });
    expect(
      await reset(
        id,
        code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toMatchObject({
      refusal: { code: 'code_mistyped' },
    });
    expect(await reset(id, '00041-06105-0R3GG-28A1C-60T3G-FACDG')).toMatchObject({
      refusal: { code: 'wrong_code' },
    });
    expect(await reset(shop.request(), code)).toMatchObject({ refusal: { code: 'not_an_owner' } });
    expect(await reset(id, code, '111111')).toMatchObject({ refusal: { code: 'trivial_pin' } });
    expect(await reset(id, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      value: { role: 'owner' },
    });
    expect((await current()).staff?.id).toBe(id);
    await shop.client.staff.lock({});
    expect(await signIn(id, '271828')).toMatchObject({ refusal: { code: 'wrong_pin' } });
    expect(await signIn(id, '141421')).toMatchObject({ ok: true });
  });

  it('a new one ends the old one; a store without PINs has none', async () => {
    const { id } = await shop.people.here();
    expect(await shop.client.staff.newRecoveryCode({})).toMatchObject({ refusal: { code: 'no_pins' } });
    expect(await reset(id, '00041-06105-0R3GG-28A1C-60T3G-FACDG')).toMatchObject({
      refusal: { code: 'no_code' },
    });
    await shop.as('owner');
    const codes: string[] = [];
    shop.people.approvedBy = 'owner';
    for (let i = 0; i < 2; i++) {
      const made = await shop.client.staff.newRecoveryCode({});
      codes.push(made.ok ? made.value.code : '');
    }
    expect(await reset(id, codes[0] ?? '')).toMatchObject({ refusal: { code: 'wrong_code' } });
    expect(await reset(id, codes[1] ?? '')).toMatchObject({ ok: true });
  });
});

/** So many wrong tries, each once it may be made. */
async function wrongly(staffId: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await signIn(staffId, '000000');
    shop.clock.advance(10 * 60_000);
  }
}
