import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesText } from '@db/packets/documents';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { aFolder, aHeadOffice, type HeadOffice, setUp } from './support';

let shop: TestShop;
let office: HeadOffice;
beforeEach(async () => {
  shop = await aShop();
  await shop.as('owner');
  office = await aHeadOffice();
  shop.people.approvedBy = 'owner';
  await setUp(shop, office);
});
afterEach(() => shop.close());

const ID = '0197c0de-0000-7000-8000-000000000001';

/** A rule packet of head office lies in a file that is chosen next. */
function sent(changes: Record<string, unknown>, { from = '2026-06-01', by = office, id = ID } = {}): void {
  const head = { id, number: 1, issuedAt: '2026-05-18T04:00:00.000Z', from, title: '暑期规则', why: '统一' };
  const path = join(aFolder(), 'RULES_1.shuke-rules');
  writeFileSync(path, rulesText({ ...head, changes }, by.signingKey));
  shop.dialogs.file = path;
}
const waiting = async () => {
  const [first] = await shop.client.headOffice.rulePackets({});
  if (first === undefined) throw new Error('no rules');
  return first;
};

describe('rules of head office', () => {
  it('are shown rule by rule and, once accepted, hold from their day on, as a change of the owner’s would', async () => {
    const { rules: before } = await shop.client.settings.rules({});
    sent({ points: { expiryMonths: 18 } });
    const read = await shop.client.headOffice.readRules({});
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: '暑期规则',
        from: '2026-06-01',
        changes: [{ path: 'points.expiryMonths', before: String(before.points.expiryMonths), after: '18' }],
      },
    });
    expect((await shop.client.headOffice.standing({})).waiting).toBe(1);
    const { id, basedOn } = await waiting();
    expect(await shop.client.headOffice.acceptRules(shop.request(), { id, basedOn })).toMatchObject({
      ok: true,
    });
    const { rules, planned } = await shop.client.settings.rules({});
    expect(rules.points.expiryMonths).toBe(before.points.expiryMonths);
    expect(planned).toMatchObject([{ effectiveFrom: '2026-06-01', rules: { points: { expiryMonths: 18 } } }]);
    expect(await waiting()).toMatchObject({
      state: 'accepted',
      answered: { staffName: '店主' },
      changes: [],
    });
    expect((await shop.client.headOffice.standing({})).waiting).toBe(0);
    expect(await shop.client.headOffice.readRules({})).toMatchObject({
      refusal: { code: 'answered_already' },
    });
  });

  it('hold from today where their day has gone by', async () => {
    sent({ points: { expiryMonths: 18 } }, { from: '2026-01-01' });
    await shop.client.headOffice.readRules({});
    const { id, basedOn } = await waiting();
    await shop.client.headOffice.acceptRules(shop.request(), { id, basedOn });
    expect((await shop.client.settings.rules({})).rules.points.expiryMonths).toBe(18);
  });

  it('are refused with a reason, and change nothing', async () => {
    sent({ points: { expiryMonths: 18 } });
    await shop.client.headOffice.readRules({});
    const { id } = await waiting();
    const before = await shop.client.settings.rules({});
    expect(
      await shop.client.headOffice.refuseRules(shop.request(), { id, reason: '本店不同' }),
    ).toMatchObject({ ok: true });
    expect(await waiting()).toMatchObject({ state: 'refused', answered: { reason: '本店不同' } });
    expect(await shop.client.settings.rules({})).toEqual(before);
    const again = await shop.client.headOffice.refuseRules(shop.request(), { id, reason: '再来' });
    expect(again).toMatchObject({ refusal: { code: 'not_waiting' } });
  });

  it('are not believed of a stranger, nor taken where this Shuke does not know them', async () => {
    sent({ points: { expiryMonths: 18 } }, { by: await aHeadOffice('别人') });
    expect(await shop.client.headOffice.readRules({})).toMatchObject({
      refusal: { code: 'wrong_signature' },
    });
    sent({ points: { colour: 'red' } });
    expect(await shop.client.headOffice.readRules({})).toMatchObject({
      refusal: { code: 'unknown_rules', params: { at: 'points.colour' } },
    });
    sent({ moon: {} });
    expect(await shop.client.headOffice.readRules({})).toMatchObject({
      refusal: { code: 'unknown_rules', params: { at: 'moon' } },
    });
  });

  it('that other rules have overtaken are looked at again first', async () => {
    sent({ points: { expiryMonths: 18 } });
    await shop.client.headOffice.readRules({});
    const { id, basedOn } = await waiting();
    const { rules, latest } = await shop.client.settings.rules({});
    const changed = { ...rules, points: { ...rules.points, restoredLotDays: 40 } };
    await shop.client.settings.changeRules(shop.request(), { basedOn: latest, rules: changed });
    const outcome = await shop.client.headOffice.acceptRules(shop.request(), { id, basedOn });
    expect(outcome).toMatchObject({ refusal: { code: 'changed_meanwhile' } });
  });

  it('are accepted by an owner with their PIN, by nobody else', async () => {
    sent({ points: { expiryMonths: 18 } });
    await shop.client.headOffice.readRules({});
    const { id, basedOn } = await waiting();
    shop.people.approvedBy = null;
    await expect(shop.client.headOffice.acceptRules(shop.request(), { id, basedOn })).rejects.toThrow(
      'denied',
    );
  });
});
