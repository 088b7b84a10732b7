import {
  handOverCoupon,
  issueCoupons,
  settleCoupons,
  spendCoupons,
  withdrawCoupon,
} from '@db/coupons/commands';
import { couponStory, couponsById } from '@db/coupons/queries';
import { readOn } from '@db/reading';
import { couponCodeOf, readCouponCode } from '@domain/coupons/code';
import type { CouponTerms } from '@domain/coupons/coupon';
import { businessDate, fen, NO_FEN } from '@domain/units';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { insertBills } from '../../support/member-rows';
import { aCouponFile, type CouponFile, fiver, TODAY } from './coupon-file';

let file: CouponFile;
let member: string;
let sale: string;
let other: string;
beforeAll(() => {
  file = aCouponFile();
  [member] = file.members;
  [sale = '', other = ''] = insertBills(file.raw, [
    { memberId: member, on: TODAY },
    { memberId: member, on: TODAY },
  ]);
});
afterAll(() => file.close());

const refundOf = (purchaseId: string): string => {
  const id = file.stamp.newId();
  file.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
       values (?, ?, ?, 'all', 5000, 5000, '', 0, ?, ?)`,
    )
    .run(id, purchaseId, member, TODAY, file.stamp.staffId);
  return id;
};
const story = async (id: string) => (await couponStory(file.db, id))?.events.map(({ kind }) => kind);

describe('issuing', () => {
  it('gives each coupon its own id and the code of that id', async () => {
    const issued = await file.issue(member);
    expect(issued.code).toBe(couponCodeOf(issued.id));
    expect(readCouponCode(issued.code)).toEqual({ readAs: 'coupon', code: issued.code });
    expect(await story(issued.id)).toEqual(['issued']);
  });

  it('happens once for one member, template and occasion, however often it is asked for', async () => {
    const [first, second] = file.members;
    const draft = { ...fiver(), templateId: 'birthday', occasion: '2026' };
    const ask = (memberId: string) =>
      file.within((tx) => issueCoupons(tx, [{ memberId, draft }], file.stamp));
    expect(await ask(first)).toHaveLength(1);
    expect(await ask(first)).toHaveLength(0);
    expect(await ask(second)).toHaveLength(1);
    expect(
      await file.within((tx) =>
        issueCoupons(tx, [{ memberId: first, draft: { ...draft, occasion: '2027' } }], file.stamp),
      ),
    ).toHaveLength(1);
  });

  it('takes another id when a code is taken already', async () => {
    const free = file.stamp.newId();
    const before = await file.issue(member);
    const ids = [before.id.replace(/^......../, '019fffff'), free];
    const [issued] = await file.within((tx) =>
      issueCoupons(tx, [{ memberId: member, draft: fiver() }], {
        ...file.stamp,
        newId: () => ids.shift() ?? '',
      }),
    );
    expect(issued?.id).toBe(free);
  });

  const terms: CouponTerms[] = [
    { kind: 'amount', off: fen(500), threshold: fen(3000) },
    { kind: 'percent', percentOff: 15, cap: fen(2000), threshold: NO_FEN },
    { kind: 'percent', percentOff: 15, cap: null, threshold: NO_FEN },
    { kind: 'gift', item: '杯', cost: fen(1500), threshold: fen(100) },
  ];
  test.each(terms)('brings the terms back as they were: %j', async (each) => {
    const blackout = [{ from: businessDate('2026-05-20'), to: businessDate('2026-05-21') }];
    const { id } = await file.issue(member, { terms: each, stacks: true, blackout, reason: '久等' });
    expect(await readOn(file.db, couponsById([id]))).toMatchObject([
      { id, memberId: member, terms: each, stacks: true, blackout, state: 'issued', issuedOn: TODAY },
    ]);
  });
});

describe('using', () => {
  const use = (ids: readonly string[], purchaseId = sale) =>
    file.within((tx) => spendCoupons(tx, ids, purchaseId, file.stamp));

  it('marks each as used on the sale, once', async () => {
    const { id } = await file.issue(member);
    expect(await use([id])).toBeNull();
    expect(file.states([id])).toEqual([{ state: 'used', used_on_sale: sale }]);
    expect(await use([id], other)).toBe(id);
    expect(file.states([id])).toEqual([{ state: 'used', used_on_sale: sale }]);
    expect(await story(id)).toEqual(['issued', 'used']);
  });

  it('answers the one of several that is gone', async () => {
    const [a, b] = [await file.issue(member), await file.issue(member)];
    await use([b.id]);
    expect(await use([a.id, b.id], other)).toBe(b.id); // the caller rolls the sale back
  });

  it('does not take a revoked one', async () => {
    const { id } = await file.issue(member);
    await file.within((tx) => withdrawCoupon(tx, id, '发错', file.stamp));
    expect(await use([id])).toBe(id);
  });
});

describe('after a refund', () => {
  it('a used coupon is as if never used, and can be used again', async () => {
    const { id } = await file.issue(member);
    await file.within((tx) => spendCoupons(tx, [id], sale, file.stamp));
    const about = { purchaseId: sale, refundId: refundOf(sale) };
    await file.within((tx) => settleCoupons(tx, { restored: [{ id }], revoked: [] }, about, file.stamp));
    expect(file.states([id])).toEqual([{ state: 'issued', used_on_sale: null }]);
    expect(await file.within((tx) => spendCoupons(tx, [id], other, file.stamp))).toBeNull();
    expect(await story(id)).toEqual(['issued', 'used', 'restored', 'used']);
  });

  it('an unused one that the sale brought is revoked, and stays so', async () => {
    const { id } = await file.issue(member, {}, { issuedBySale: sale });
    const about = { purchaseId: sale, refundId: refundOf(sale) };
    await file.within((tx) => settleCoupons(tx, { restored: [], revoked: [{ id }] }, about, file.stamp));
    expect(file.states([id])).toEqual([{ state: 'revoked', used_on_sale: null }]);
    expect((await couponStory(file.db, id))?.events).toMatchObject([
      { kind: 'issued', purchaseId: sale },
      { kind: 'revoked', purchaseId: sale },
    ]);
  });

  it('is a bug when the coupon is not as was decided, and nothing is written', async () => {
    const { id } = await file.issue(member);
    const about = { purchaseId: sale, refundId: refundOf(sale) };
    const settle = file.within((tx) =>
      settleCoupons(tx, { restored: [{ id }], revoked: [] }, about, file.stamp),
    );
    await expect(settle).rejects.toThrow('not in the state');
    expect(await story(id)).toEqual(['issued']);
  });
});

describe('without a sale', () => {
  it('a gift is handed over', async () => {
    const { id } = await file.issue(member);
    await file.within((tx) => handOverCoupon(tx, id, file.stamp));
    expect(file.states([id])).toEqual([{ state: 'used', used_on_sale: null }]);
    expect(await story(id)).toEqual(['issued', 'handed_over']);
  });

  it('a coupon is withdrawn, with the reason in its story', async () => {
    const { id } = await file.issue(member);
    await file.within((tx) => withdrawCoupon(tx, id, '发错人', file.stamp));
    expect((await couponStory(file.db, id))?.events.at(-1)).toMatchObject({
      kind: 'withdrawn',
      reason: '发错人',
    });
  });
});

describe('the file itself', () => {
  it('lets no terms be changed, no coupon be deleted, no step be taken twice', async () => {
    const { id } = await file.issue(member);
    const run = (sql: string) => () => file.raw.prepare(sql).run(id);
    expect(run("update coupon set last_day = '2030-01-01' where id = ?")).toThrow('never changed');
    expect(run('update coupon set off_fen = 9999 where id = ?')).toThrow('never changed');
    expect(run('delete from coupon where id = ?')).toThrow('never deleted');
    run("update coupon set state = 'revoked' where id = ?")();
    expect(run("update coupon set state = 'issued' where id = ?")).toThrow('used or revoked once');
    expect(run("update coupon set state = 'used' where id = ?")).toThrow('used or revoked once');
  });

  it('keeps every step', async () => {
    const { id } = await file.issue(member);
    expect(() => file.raw.prepare('delete from coupon_event where coupon_id = ?').run(id)).toThrow(
      'append-only',
    );
    expect(() =>
      file.raw.prepare("update coupon_event set kind = 'used' where coupon_id = ?").run(id),
    ).toThrow('append-only');
  });
});
