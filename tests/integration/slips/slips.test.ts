import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fen, points } from '@domain/units';
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

async function sale(memberId: string, gross: number, more: { redeem?: number; receiptNo?: string } = {}) {
  const done = await shop.client.purchases.record(shop.request(), {
    memberId,
    gross: fen(gross),
    receiptNo: more.receiptNo ?? '',
    items: [],
    redeem: points(more.redeem ?? 0),
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

async function slipOf(purchaseId: string) {
  const slip = await shop.client.slips.ofSale({ purchaseId });
  if (slip === null) throw new Error('no slip');
  return slip;
}

describe('the slip of a sale', () => {
  it('says store, price in steps, points, and the member by surname and masked phone only', async () => {
    const memberId = await shop.member('欧阳娜娜', { phone: '13812348812', points: 600 });
    const { purchaseId } = await sale(memberId, 12800, { redeem: 500, receiptNo: 'R-7' });
    const slip = await slipOf(purchaseId);
    expect(slip).toMatchObject({
      store: '街角小店',
      businessDate: '2026-05-18',
      receiptNo: 'R-7',
      member: { name: '欧阳**', phone: '138****8812' },
      earned: 123,
      used: 500,
      balance: 223,
      undone: false,
      refunded: 0,
    });
    expect(slip.steps).toEqual([
      { kind: 'gross', amount: 12800 },
      { kind: 'total', amount: 12800 },
      { kind: 'points', amount: -500, points: 500 },
      { kind: 'due', amount: 12300 },
    ]);
    const card = await shop.client.members.card({ memberId });
    expect(slip.memberNo).toBe(card?.memberNo);
    expect(JSON.stringify(slip)).not.toMatch(/娜|12348812/);
  });

  it('S49 takes home the coupon that a first purchase brings, with its code and last day', async () => {
    const { purchaseId, brought } = await sale(await shop.member('张三'), 8800);
    const slip = await slipOf(purchaseId);
    expect(slip.coupons.map(({ name, code, lastDay }) => ({ name, code, lastDay }))).toEqual(
      brought.map(({ name, code, lastDay }) => ({ name, code, lastDay })),
    );
    expect(slip.coupons).toHaveLength(1);
    expect(slip.coupons[0]?.lastDay).toBe('2026-06-16');
  });

  it('a sale that was taken back says so, and its coupon is gone', async () => {
    const { purchaseId } = await sale(await shop.member('张三'), 8800);
    const undone = await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(undone.ok).toBe(true);
    expect(await slipOf(purchaseId)).toMatchObject({ undone: true, refunded: 8800, coupons: [] });
  });

  it('printed again later, the balance is that of the day and says what lapses soon', async () => {
    const { purchaseId } = await sale(await shop.member('张三'), 8800);
    shop.clock.advanceDays(365);
    const slip = await slipOf(purchaseId);
    expect([slip.businessDate, slip.asOf]).toEqual(['2026-05-18', '2027-05-18']);
    expect(slip.lapsing).toEqual({ points: 88, lastDay: '2027-05-31' });
  });

  it('there is none of a sale that is not there', async () => {
    expect(await shop.client.slips.ofSale({ purchaseId: '0190a5d0-0000-7000-8000-000000000009' })).toBeNull();
  });
});

describe('where slips go', () => {
  const page = { paper: 58, lengthMm: 120 } as const;

  it('without a printer the shop is told so, and nothing is printed', async () => {
    expect(await shop.client.slips.print({ ...page, printer: 'POS-58' })).toEqual({
      ok: false,
      refusal: { code: 'no_printer', params: {} },
    });
    expect(shop.paper.printed).toEqual([]);
  });

  it('a printer that was unplugged is named', async () => {
    shop.paper.printers = ['Office'];
    expect(await shop.client.slips.print({ ...page, printer: 'POS-58' })).toEqual({
      ok: false,
      refusal: { code: 'printer_gone', params: { printer: 'POS-58' } },
    });
  });

  it('a printer that refuses is not silent: its reason comes through', async () => {
    shop.paper.printers = ['POS-58'];
    shop.paper.refusal = 'Print job failed';
    expect(await shop.client.slips.print({ ...page, printer: 'POS-58' })).toEqual({
      ok: false,
      refusal: { code: 'print_failed', params: { reason: 'Print job failed' } },
    });
  });

  it('the printer gets the page as wide as its roll and as long as the slip', async () => {
    shop.paper.printers = ['POS-58'];
    expect((await shop.client.slips.print({ ...page, printer: 'POS-58' })).ok).toBe(true);
    expect(shop.paper.printed).toEqual([{ ...page, printer: 'POS-58' }]);
  });

  it('saving as a PDF writes the same page to where the person says', async () => {
    const path = join(shop.userData, 'slip.pdf');
    shop.dialogs.save = path;
    const saved = await shop.client.slips.savePdf({ paper: 80, lengthMm: 150, name: 'R/7' });
    expect(saved).toEqual({ ok: true, value: { path, bytes: readFileSync(path).byteLength } });
    expect(readFileSync(path, 'utf8')).toBe('%PDF 80 x 150');
  });

  it('a person who changes their mind has written nothing', async () => {
    expect(await shop.client.slips.savePdf({ ...page, name: 'R-7' })).toEqual({ ok: true, value: null });
  });

  it('a place that cannot be written is refused in words, not as a fault', async () => {
    const folder = join(shop.userData, 'a folder');
    mkdirSync(folder);
    shop.dialogs.save = folder;
    expect(await shop.client.slips.savePdf({ ...page, name: 'R-7' })).toEqual({
      ok: false,
      refusal: { code: 'file_not_written', params: { why: 'not_writable' } },
    });
  });

  it('paper and printer are kept on this PC, beside language and theme', async () => {
    await shop.client.slips.choose({ paper: 80, printer: 'XP-80C' });
    await shop.client.settings.setPreferences({ locale: 'en', theme: 'dark' });
    expect(await shop.client.slips.choice({})).toEqual({ paper: 80, printer: 'XP-80C' });
    expect(await shop.client.settings.preferences({})).toEqual({ locale: 'en', theme: 'dark' });
    const file = join(shop.userData, 'preferences.json');
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      locale: 'en',
      slip: { paper: 80, printer: 'XP-80C' },
    });
  });
});
