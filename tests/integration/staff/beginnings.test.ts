import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../../electron/main/paths';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop({ open: false });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const create = (pin: string | null) =>
  shop.client.settings.createStore({
    name: '街角小店',
    zone: 'Asia/Shanghai',
    owner: { name: '陈掌柜', pin },
  });

describe('rules, Staff: a new store', () => {
  it('has an owner with a name and a PIN, who is signed in, and a recovery code to keep', async () => {
    const created = await create('271828');
    expect(created).toMatchObject({ value: { store: { state: 'open' }, recoveryCode: expect.any(String) } });
    const { staff, pins } = await shop.client.staff.current({});
    expect({ staff, pins }).toMatchObject({ staff: { name: '陈掌柜', role: 'owner' }, pins: true });
    await shop.client.staff.lock({});
    await expect(shop.client.members.recent({})).rejects.toMatchObject({ denial: { code: 'locked' } });
    const [owner] = (await shop.client.staff.current({})).people;
    const code = created.ok ? (created.value.recoveryCode ?? '') : '';
    const asked = { staffId: owner?.id ?? '', code, pin: '314159' };
    expect(await shop.client.staff.resetByRecoveryCode(asked)).toMatchObject({ ok: true });
  });

  it('is asked for the PIN again at the next start, and is not made with a trivial one', async () => {
    expect(await create('123456')).toMatchObject({ refusal: { code: 'trivial_pin' } });
    expect(await create('2718')).toMatchObject({ refusal: { code: 'pin_length' } });
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'none' });
    await create('271828');
    await shop.client.settings.retryStore({});
    expect(await shop.client.staff.current({})).toMatchObject({ staff: null, pins: true });
  });

  it('without a PIN stands open, by its owner’s choice', async () => {
    expect(await create(null)).toMatchObject({ value: { recoveryCode: null } });
    await shop.client.settings.retryStore({});
    expect(await shop.client.staff.current({})).toMatchObject({ staff: { name: '陈掌柜' }, pins: false });
  });

  it('before there is one, nobody is there and nobody is asked', async () => {
    expect(await shop.client.staff.current({})).toEqual({
      ...{ staff: null, last: null, pins: false, pinDigits: 6, lockMinutes: 5 },
      people: [],
    });
  });
});

describe('the sample store', () => {
  beforeEach(async () => {
    const now = shop.clock.now;
    const opened = createStore(pathsIn(shop.userData).sample, now, (raw) => {
      const owner = { id: uuidv7(), name: '店主' };
      const calendar = { zone: 'Asia/Shanghai', dayStartHour: 0 };
      fillNewStore(raw, { id: uuidv7(), name: '示例店铺', calendar, sample: true, owner, now });
      const add = raw.prepare('insert into staff (id, name, role, created_at) values (?, ?, ?, ?)');
      add.run(uuidv7(), '小林', 'cashier', now + 1);
    });
    await opened.close();
  });

  it('is looked around in as anybody, without a PIN; an approval is a click', async () => {
    await create(null);
    await shop.client.settings.openSample({});
    const { staff, people } = await shop.client.staff.current({});
    expect(staff).toMatchObject({ role: 'owner' });
    const [owner = { id: '' }, cashier = { id: '' }] = people;
    expect(await shop.client.staff.tryAs({ staffId: cashier.id })).toMatchObject({
      value: { role: 'cashier' },
    });
    await expect(shop.client.staff.people({})).rejects.toMatchObject({ denial: { code: 'not_allowed' } });
    const leave = {
      staffId: owner.id,
      pin: null,
      channel: 'segments.save',
      role: 'manager',
      another: false,
    } as const;
    expect(await shop.client.staff.approve(leave)).toMatchObject({ ok: true });
    shop.clock.advanceDays(1);
    expect((await shop.client.staff.current({})).staff).toMatchObject({ role: 'cashier' });
    await shop.client.settings.leaveSample({});
    expect((await shop.client.staff.current({})).staff).toMatchObject({ role: 'owner', name: '陈掌柜' });
    expect(await shop.client.staff.tryAs({ staffId: owner.id })).toMatchObject({
      refusal: { code: 'not_in_sample' },
    });
  });

  it('with PINs of its own is as strict as any other', async () => {
    await shop.client.settings.openSample({});
    const { people } = await shop.client.staff.current({});
    await shop.client.staff.setOwnPin({ oldPin: null, pin: '271828' });
    expect(await shop.client.staff.tryAs({ staffId: people[1]?.id ?? '' })).toMatchObject({
      refusal: { code: 'pins_in_use' },
    });
    const leave = {
      staffId: people[0]?.id ?? '',
      pin: null,
      channel: 'staff.setRole',
      role: 'owner',
    } as const;
    expect(await shop.client.staff.approve({ ...leave, another: false })).toMatchObject({
      refusal: { code: 'no_pin' },
    });
  });
});
