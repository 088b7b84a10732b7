import type { Doing } from '@contract/display';
import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop();
  memberId = await shop.member('欧阳娜娜', { phone: '13812348812', points: 600 });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const ASK = '0190a5d0-0000-7000-8000-00000000000a';
const MEMBER = { name: '欧阳**', phone: '138****8812' };
const DUE = { kind: 'due', amount: fen(12800) } as const;

const show = (doing: Doing) => shop.client.display.show(doing);
const view = async () => (await shop.client.display.customerView({})).view;
const consent = (personalData = false, marketing = false, seen = 0): Doing => ({
  kind: 'consent',
  seen,
  askId: ASK,
  textVersion: '2026-11',
  personalData,
  marketing,
});
const answered = () => shop.client.display.consentAnswer({ askId: ASK });
const choose = (which: 'personalData' | 'marketing', agreed: boolean) =>
  shop.client.display.answerConsent({ askId: ASK, tap: { kind: 'choice', which, agreed } });
/** Both as they stood on the screen. */
const confirm = (personalData: boolean, marketing: boolean) =>
  shop.client.display.answerConsent({ askId: ASK, tap: { kind: 'confirmation', personalData, marketing } });

async function sale(gross: number) {
  const done = await shop.client.purchases.record(shop.request(), {
    memberId,
    gross: fen(gross),
    receiptNo: 'R-7',
    items: [],
    redeem: points(0),
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

describe('what the customer sees', () => {
  it('is calm while nobody is served, and names the store', async () => {
    expect(await shop.client.display.customerView({})).toEqual({ store: '街角小店', view: { kind: 'idle' } });
  });

  it('greets a member by surname and masked phone', async () => {
    await show({ kind: 'member', memberId });
    expect(await view()).toEqual({ kind: 'member', member: MEMBER, balance: 600 });
  });

  it('shows the bill as the cashier types it', async () => {
    await show({ kind: 'sale', memberId, steps: [DUE], earns: points(128) });
    expect(await view()).toEqual({ kind: 'sale', member: MEMBER, balance: 600, steps: [DUE], earns: 128 });
  });

  it('S49 thanks after the sale, with what was paid and what it brought', async () => {
    const { purchaseId, brought } = await sale(12800);
    await show({ kind: 'thanks', purchaseId });
    expect(await view()).toMatchObject({
      kind: 'thanks',
      member: MEMBER,
      paid: 12800,
      earned: 128,
      balance: 728,
    });
    expect(await view()).toMatchObject({ coupons: brought.map(({ name }) => ({ name })) });
  });

  it('a sale taken back is thanked for no longer', async () => {
    const { purchaseId } = await sale(12800);
    await show({ kind: 'thanks', purchaseId });
    await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(await view()).toEqual({ kind: 'member', member: MEMBER, balance: 600 });
  });

  it('nothing private stands on any of its pages', async () => {
    await shop.client.members.change(shop.request(), {
      memberId,
      name: '欧阳娜娜',
      phone: '13812348812',
      phoneShared: false,
      cardNo: '66880001',
      birthday: { year: 1988, month: 5, day: 18 },
      gender: 'female',
      source: 'walk_in',
      referrerId: null,
      tags: ['不加糖'],
      note: '欠着上次的伞',
    });
    const { purchaseId } = await sale(12800);
    const doings: Doing[] = [
      { kind: 'member', memberId },
      { kind: 'sale', memberId, steps: [DUE], earns: points(128) },
      { kind: 'thanks', purchaseId },
      consent(),
    ];
    for (const doing of doings) {
      await show(doing);
      const said = JSON.stringify(await view());
      expect(said).not.toMatch(/娜|12348812|66880001|1988|不加糖|雨伞|伞|女|female|R-7/);
      expect(said).not.toContain(memberId);
    }
  });

  it('an id of nobody leaves it idle', async () => {
    await show({ kind: 'member', memberId: ASK });
    expect(await view()).toEqual({ kind: 'idle' });
    await show({ kind: 'thanks', purchaseId: ASK });
    expect(await view()).toEqual({ kind: 'idle' });
  });

  it('tells both windows that it has changed', async () => {
    shop.events.length = 0;
    await show({ kind: 'member', memberId });
    expect(shop.events).toEqual([{ type: 'data-changed', scopes: ['display'] }]);
  });

  it('forgets whom it showed when another store is opened', async () => {
    await show({ kind: 'member', memberId });
    await shop.client.settings.retryStore({});
    expect(shop.main.app.customer.doing()).toEqual({ kind: 'idle' });
  });
});

describe('S28 consent at sign-up', () => {
  it('what the customer taps reaches the counter, two questions apart', async () => {
    await show(consent());
    expect(await answered()).toEqual({ taps: 0, answer: null });
    expect((await choose('personalData', true)).ok).toBe(true);
    expect(await answered()).toEqual({
      taps: 1,
      answer: { personalData: true, marketing: false, confirmed: false },
    });
    expect(await view()).toMatchObject({
      kind: 'consent',
      personalData: true,
      marketing: false,
      confirmed: false,
    });
  });

  it("stays the customer's answer while the counter shows the same, and is theirs no longer once it is ticked otherwise", async () => {
    await show(consent());
    await choose('personalData', true);
    await confirm(true, false);
    await show(consent(true, false, 2));
    expect(await view()).toMatchObject({ confirmed: true });
    await show(consent(true, true, 2));
    expect((await answered()).answer).toBeNull();
    expect(await view()).toMatchObject({ personalData: true, marketing: true, confirmed: false });
  });

  it('an answer never lands in another sign-up', async () => {
    const late = { ok: false, refusal: { code: 'not_asked', params: {} } };
    await show({ ...consent(), askId: '0190a5d0-0000-7000-8000-00000000000b' } as Doing);
    expect(await choose('marketing', true)).toEqual(late);
    await show({ kind: 'idle' });
    expect(await confirm(true, true)).toEqual(late);
    expect(await answered()).toEqual({ taps: 0, answer: null });
  });

  it('a tap is never undone by what the counter said before it had seen it', async () => {
    await show(consent());
    await choose('marketing', true);
    await show(consent(false, true, 1));
    await choose('marketing', false);
    await show(consent(false, true, 1)); // on its way when the customer tapped
    expect(await view()).toMatchObject({ personalData: false, marketing: false });
    expect(await answered()).toMatchObject({ taps: 2, answer: { marketing: false } });
  });

  it('two taps that are quicker than the screen both stand', async () => {
    await show(consent());
    await Promise.all([choose('personalData', true), choose('marketing', true)]);
    expect(await answered()).toMatchObject({ answer: { personalData: true, marketing: true } });
  });

  it('what the customer has not seen is not confirmed: it stands there to be confirmed', async () => {
    await show(consent());
    await choose('personalData', true);
    await show(consent(true, true, 1)); // ticked at the counter, and on its way to the screen
    expect((await confirm(true, false)).ok).toBe(true);
    expect(await view()).toMatchObject({ personalData: true, marketing: true, confirmed: false });
    expect((await answered()).answer).toBeNull();
    await confirm(true, true);
    expect(await view()).toMatchObject({ confirmed: true });
  });

  it('is kept with where it was given', async () => {
    const signedUp = await shop.client.members.signUp(shop.request(), {
      name: '李静',
      phone: '13900001111',
      phoneShared: false,
      cardNo: '',
      birthday: null,
      gender: null,
      source: 'walk_in',
      referrerId: null,
      tags: [],
      note: '',
      consent: { personalData: true, marketing: true, textVersion: '2026-11', channel: 'display' },
      distinct: false,
    });
    if (!signedUp.ok) throw new Error(signedUp.refusal.code);
    const kept = await shop.client.members.consents({ memberId: signedUp.value.memberId });
    expect(kept.map(({ purpose, channel }) => [purpose, channel])).toEqual([
      ['marketing', 'display'],
      ['personal_data', 'display'],
    ]);
  });
});

describe("where the customer's window stands", () => {
  const second = { id: 7, label: 'VGA-1', width: 1024, height: 600, main: false };

  it('opens on the chosen screen, and remembers both over a restart', async () => {
    shop.customer.screens = [second];
    await shop.client.display.open({ screenId: 7 });
    expect(shop.customer.openOn).toBe(7);
    expect(await shop.client.display.placement({})).toEqual({ open: true, screenId: 7, screens: [second] });
    expect(shop.main.app.preferences.get().display).toEqual({ open: true, screenId: 7 });
  });

  it('closed, it keeps the screen for the next time', async () => {
    await shop.client.display.open({ screenId: 7 });
    await shop.client.display.close({});
    expect(shop.customer.openOn).toBeUndefined();
    expect(shop.main.app.preferences.get().display).toEqual({ open: false, screenId: 7 });
  });
});
