import type { Role } from '@domain/staff/role';
import { points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const MINUTE = 60_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const here = async () => (await shop.client.staff.current({})).staff?.role ?? null;
const locked = { denial: { code: 'locked' } };
const trail = () =>
  shop
    .raw()
    .prepare<[], string>('select act from audit_entry order by seq')
    .pluck()
    .all()
    .filter((act) => act.startsWith('staff.'));

describe('rules, Staff: a store without PINs', () => {
  it('has its owner at the counter, and asks for nothing', async () => {
    expect(await shop.client.staff.current({})).toMatchObject({
      ...{ staff: { name: '店主', role: 'owner' }, pins: false, pinDigits: 6, lockMinutes: 5 },
      people: [{ name: '店主', role: 'owner', hasPin: false, waitUntil: null, blocked: false }],
    });
    shop.clock.advance(60 * MINUTE);
    expect(await here()).toBe('owner');
    expect(await shop.client.staff.lock({})).toMatchObject({ refusal: { code: 'no_pins' } });
    expect(shop.people.asked).toEqual([]);
  });

  it('asks no step-up either, as nobody could answer it', async () => {
    const { people } = await shop.client.staff.people({});
    const [owner] = people;
    const changed = await shop.client.staff.setRole(shop.request(), {
      staffId: owner?.id ?? '',
      role: 'cashier',
    });
    expect(changed).toMatchObject({ refusal: { code: 'last_owner' } });
    expect(shop.people.asked).toEqual([]);
  });

  it('has its first PIN from its owner, who gets the recovery code with it, once', async () => {
    const given = { name: '小林', role: 'cashier', pin: '161803', ownMemberId: null } as const;
    expect(await shop.client.staff.add(given)).toMatchObject({ refusal: { code: 'owner_pin_first' } });
    const first = await shop.client.staff.setOwnPin({ oldPin: null, pin: '271828' });
    expect(first).toMatchObject({ value: { recoveryCode: expect.stringMatching(/^(\w{5}-){5}\w{5}$/) } });
    expect(await here()).toBe('owner');
    const next = await shop.client.staff.setOwnPin({ oldPin: '271828', pin: '314159' });
    expect(next).toEqual({ ok: true, value: { recoveryCode: null } });
  });
});

describe('rules, Staff: a store with PINs', () => {
  it('lets nobody do anything until somebody signs in, and says only whom it knows', async () => {
    await shop.as('cashier');
    await shop.client.settings.retryStore({});
    const { staff, last, pins, people } = await shop.client.staff.current({});
    expect({ staff, last, pins }).toEqual({ staff: null, last: null, pins: true });
    expect(people.map(({ name, hasPin }) => [name, hasPin])).toEqual([
      ['店主', true],
      ['小林', true],
    ]);
    await expect(shop.client.members.recent({})).rejects.toMatchObject(locked);
    await expect(shop.client.staff.list({})).rejects.toMatchObject(locked);
    await shop.as('cashier');
    expect(await shop.client.members.recent({})).toEqual([]);
  });

  it('locks after five idle minutes, not while somebody is at the window', async () => {
    await shop.as('cashier');
    shop.clock.advance(4 * MINUTE);
    await shop.client.staff.stillHere({});
    shop.clock.advance(5 * MINUTE - 1);
    expect(await here()).toBe('cashier');
    shop.clock.advance(1);
    expect(await here()).toBeNull();
    expect((await shop.client.staff.current({})).last).not.toBeNull();
    await shop.client.staff.stillHere({});
    await expect(shop.client.members.recent({})).rejects.toMatchObject(locked);
  });

  it('goes by the idle minutes that are set, and a clock that is set forth or back changes none of them', async () => {
    const { latest, rules } = await shop.client.settings.rules({});
    const asked = { ...rules, staff: { ...rules.staff, lockMinutes: 30 } };
    await shop.client.settings.changeRules(shop.request(), { basedOn: latest, rules: asked });
    await shop.as('owner');
    shop.clock.advance(29 * MINUTE);
    expect(await here()).toBe('owner');
    shop.clock.now = (shop.clock.now - 20 * MINUTE) as typeof shop.clock.now; // somebody sets the PC's clock
    expect(await here()).toBe('owner');
    shop.clock.advance(MINUTE);
    expect(await here()).toBeNull();
  });

  it('locks when it is asked to, and when the PC sleeps', async () => {
    await shop.as('manager');
    expect(await shop.client.staff.lock({})).toMatchObject({ ok: true });
    await expect(shop.client.points.liability({})).rejects.toMatchObject(locked);
    await shop.as('manager');
    shop.main.app.desk.lock('suspended');
    expect(await here()).toBeNull();
    expect(shop.events).toContainEqual({ type: 'data-changed', scopes: ['staff'] });
  });

  it('changes hands without a lock between, and all of it is in the trail', async () => {
    await shop.as('cashier');
    await shop.as('manager');
    await shop.client.staff.lock({});
    await shop.as('cashier');
    expect(trail()).toEqual(expect.arrayContaining(['staff.setOwnPin', 'staff.approve', 'staff.add']));
    expect(trail().slice(-3)).toEqual(['staff.signIn', 'staff.locked', 'staff.signIn']);
  });

  it('knows who did what: a sale by the cashier is the cashier’s', async () => {
    const cashier = await shop.as('cashier');
    const memberId = await shop.member('张三');
    const by = shop.raw().prepare('select staff_id from member where id = ?').pluck().get(memberId);
    expect(by).toBe(cashier.id);
  });
});

describe('rules, Staff: a manager approves one act without logging the cashier out', () => {
  const adjust = (memberId: string, given: number) =>
    shop.client.points.adjust(shop.request(), { memberId, points: points(given), reason: '补积分' });
  let memberId: string;
  beforeEach(async () => {
    await shop.as('manager');
    memberId = await shop.member('张三');
    await shop.as('cashier');
  });

  it('a cashier gives 1,000 points a day; above it a manager’s PIN lets through this one', async () => {
    expect(await adjust(memberId, 1001)).toMatchObject({ refusal: { code: 'above_daily_limit' } });
    shop.people.approvedBy = 'manager';
    expect(await adjust(memberId, 1001)).toMatchObject({ ok: true });
    expect(await here()).toBe('cashier');
    shop.people.approvedBy = null;
    expect(await adjust(memberId, 1)).toMatchObject({ refusal: { code: 'above_daily_limit' } });
    const entry = shop
      .raw()
      .prepare<[], { staff: string; approver: string }>(
        `select s.role as staff, a.role as approver from audit_entry e join staff s on s.id = e.staff_id
         join staff a on a.id = e.approver_id where e.act = 'points.adjust'`,
      )
      .get();
    expect(entry).toEqual({ staff: 'cashier', approver: 'manager' });
  });

  it('what only a manager may is done by a cashier with that PIN, and not without', async () => {
    const save = () =>
      shop.client.segments.save(shop.request(), { segmentId: null, name: '常客', rule: { all: [] } });
    await expect(save()).rejects.toMatchObject({ denial: { code: 'approval_needed', role: 'manager' } });
    shop.people.approvedBy = 'manager';
    expect(await save()).toMatchObject({ ok: true });
  });

  it('reading is never asked a PIN for: a cashier is told whose it is', async () => {
    await expect(shop.client.staff.people({})).rejects.toMatchObject({
      denial: { code: 'not_allowed', role: 'manager' },
    });
    expect(shop.people.asked).toEqual([]);
  });

  async function leave(
    by: Role,
    part: { channel?: string; role?: Role; another?: boolean; pin?: string } = {},
  ) {
    const { people } = await shop.client.staff.current({});
    const staffId = people.find(({ role }) => role === by)?.id ?? '';
    const asked = { channel: 'segments.save', role: 'manager' as Role, another: false, ...part };
    return await shop.client.staff.approve({ staffId, pin: shop.people.pinOf(by), ...asked });
  }
  const call = (approval: string, channel = 'segments.save') =>
    shop.main.route(channel, {
      ...{ requestId: shop.request(), approval },
      input: { segmentId: null, name: '新客', rule: { all: [] } },
    });
  const needed = { denied: { code: 'approval_needed', role: 'manager' } };

  it('an approval is for one call of one channel, for a minute', async () => {
    const tokens: string[] = [];
    for (let i = 0; i < 3; i++) {
      const given = await leave('manager');
      tokens.push(given.ok ? given.value.approval : '');
    }
    const [first = '', second = '', third = ''] = tokens;
    expect(await call(first)).toMatchObject({ ok: true });
    expect(await call(first)).toMatchObject(needed);
    expect(await call(second, 'segments.putAway')).toMatchObject(needed);
    expect(await call(second)).toMatchObject(needed);
    shop.clock.advance(MINUTE);
    expect(await call(third)).toMatchObject(needed);
    expect(await call(shop.request())).toMatchObject(needed);
  });

  it('is lost with the lock, and worth nothing once its giver has left', async () => {
    const given = await leave('manager');
    await shop.client.staff.lock({});
    await shop.as('cashier');
    expect(await call(given.ok ? given.value.approval : '')).toMatchObject(needed);
    const again = await leave('manager');
    shop.raw().exec("update staff set active = 0 where role = 'manager'");
    expect(await call(again.ok ? again.value.approval : '')).toMatchObject(needed);
  });

  it('is refused to a lower role, to the same person where another is wanted, and to a wrong PIN', async () => {
    expect(await leave('cashier')).toMatchObject({ refusal: { code: 'role_too_low' } });
    expect(await leave('cashier', { role: 'cashier', another: true })).toMatchObject({
      refusal: { code: 'another_person' },
    });
    expect(await leave('manager', { pin: '999998' })).toMatchObject({
      refusal: { code: 'wrong_pin', params: { left: 4 } },
    });
  });
});

describe('trust, People: step-up, four eyes, one’s own card', () => {
  it('a role is given with an owner’s PIN each time, though it is the owner who is signed in', async () => {
    const cashier = await shop.as('cashier');
    await shop.as('owner');
    const promote = () => shop.client.staff.setRole(shop.request(), { staffId: cashier.id, role: 'manager' });
    await expect(promote()).rejects.toMatchObject({ denial: { code: 'approval_needed', role: 'owner' } });
    shop.people.approvedBy = 'owner';
    expect(await promote()).toMatchObject({ ok: true });
    await shop.client.staff.signIn({ staffId: cashier.id, pin: shop.people.pinOf('cashier') });
    expect(await here()).toBe('manager');
  });

  it('above the owner’s limit even the owner needs a second person', async () => {
    await shop.as('manager');
    await shop.as('owner');
    const memberId = await shop.member('张三');
    const give = () =>
      shop.client.points.adjust(shop.request(), { memberId, points: points(10_001), reason: '补积分' });
    expect(await give()).toMatchObject({ refusal: { code: 'second_person_needed' } });
    expect(shop.people.asked).toMatchObject([{ role: 'manager', another: true }]);
    shop.people.approvedBy = 'manager';
    expect(await give()).toMatchObject({ ok: true });
  });

  it('a shop of one person is not asked for a second one', async () => {
    await shop.as('owner');
    const memberId = await shop.member('张三');
    const asked = { memberId, points: points(50_000), reason: '搬店补录' };
    expect(await shop.client.points.adjust(shop.request(), asked)).toMatchObject({ ok: true });
  });

  it('a cashier redeems for everybody but themselves; a colleague does, or agrees', async () => {
    const memberId = await shop.member('小林自己', { points: 500 });
    const cashier = await shop.as('cashier');
    await shop.as('manager');
    await shop.as('owner');
    const own = { staffId: cashier.id, name: cashier.name, ownMemberId: memberId };
    expect(await shop.client.staff.change(shop.request(), own)).toMatchObject({ ok: true });
    await shop.as('cashier');
    const bill = { memberId, gross: 10_000 as never, couponIds: [], receiptNo: '', items: [] };
    const sell = (redeem: number) =>
      shop.client.purchases.record(shop.request(), { ...bill, redeem: points(redeem) });
    expect(await sell(0)).toMatchObject({ ok: true });
    expect(await sell(100)).toMatchObject({ refusal: { code: 'own_card' } });
    shop.people.approvedBy = 'manager';
    expect(await sell(100)).toMatchObject({ ok: true });
    shop.people.approvedBy = null;
    const asked = { memberId, points: points(1), reason: '补' };
    expect(await shop.client.points.adjust(shop.request(), asked)).toMatchObject({
      refusal: { code: 'own_card' },
    });
    await shop.as('manager');
    expect(await sell(100)).toMatchObject({ ok: true });
  });
});
