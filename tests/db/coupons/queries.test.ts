import { handGivenOn } from '@db/coupons/allowance';
import { spendCoupons, withdrawCoupon } from '@db/coupons/commands';
import {
  bringingOf,
  couponByCode,
  couponsById,
  couponsNamedBy,
  couponsOf,
  couponsOfSale,
  openCouponsOf,
} from '@db/coupons/queries';
import { readOn } from '@db/reading';
import { addDays } from '@domain/calendar/business-day';
import { businessDate, fen, NO_FEN } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBills } from '../../support/member-rows';
import { aCouponFile, type CouponFile, TODAY } from './coupon-file';

let file: CouponFile;
let member: string;
beforeEach(() => {
  file = aCouponFile();
  [member] = file.members;
});
afterEach(() => file.close());

const bill = (memberId = member): string => insertBills(file.raw, [{ memberId, on: TODAY }])[0] ?? '';
const refundAll = (purchaseId: string, kind: 'all' | 'part' = 'all', amount = 5000) =>
  file.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
       values (?, ?, ?, ?, ?, ?, '', 0, ?, ?)`,
    )
    .run(file.stamp.newId(), purchaseId, member, kind, amount, amount, TODAY, file.stamp.staffId);
const ids = (coupons: readonly { readonly id: string }[]) => coupons.map(({ id }) => id);

describe('a member’s coupons', () => {
  it('are told soonest lapse first; open are those whose days include today', async () => {
    const day = businessDate;
    const later = await file.issue(member, { lastDay: day('2026-06-30') });
    const now = await file.issue(member);
    const toCome = await file.issue(member, { firstDay: addDays(TODAY, 1) });
    const lapsed = await file.issue(member, { lastDay: addDays(TODAY, -1) });
    const used = await file.issue(member);
    const sale = bill();
    await file.within((tx) => spendCoupons(tx, [used.id], sale, file.stamp));
    await file.issue(file.members[1]);
    expect(ids(await couponsOf(file.db, member))).toEqual(ids([lapsed, now, toCome, used, later]));
    expect(ids(await openCouponsOf(file.db, member, TODAY))).toEqual(ids([now, later]));
    expect(ids(await openCouponsOf(file.db, member, addDays(TODAY, 1)))).toEqual(ids([now, toCome, later]));
  });

  it('are found by code, with whose they are, and by id in the order asked', async () => {
    const [a, b] = [await file.issue(member), await file.issue(file.members[1])];
    expect(await couponByCode(file.db, b.code)).toMatchObject({ coupon: { id: b.id }, memberName: '李四' });
    expect(await couponByCode(file.db, 'Q0000000000000')).toBeNull();
    expect(ids(await readOn(file.db, couponsById([b.id, 'none', a.id])))).toEqual([b.id, a.id]);
    expect(await readOn(file.db, couponsById([]))).toEqual([]);
  });
});

describe('the coupons of a sale', () => {
  it('are those used on it now and those it brought; its bill names them for ever', async () => {
    const sale = bill();
    const used = await file.issue(member);
    const brought = await file.issue(file.members[1], { trigger: 'referral' }, { issuedBySale: sale });
    await file.issue(member);
    await file.within((tx) => spendCoupons(tx, [used.id], sale, file.stamp));
    const of = await couponsOfSale(file.db, sale);
    expect([ids(of.used), ids(of.brought)]).toEqual([[used.id], [brought.id]]);
    await file.within((tx) =>
      tx
        .updateTable('coupon')
        .set({ state: 'issued', used_on_sale: null })
        .where('id', '=', used.id)
        .execute(),
    );
    expect((await couponsOfSale(file.db, sale)).used).toEqual([]);
    expect(await couponsNamedBy(file.db, sale)).toMatchObject({
      used: [{ id: used.id, code: used.code }],
      brought: [{ id: brought.id, memberId: file.members[1] }],
    });
  });
});

describe('S49 what a sale is to the coupons it may bring', () => {
  const refer = () =>
    file.raw.prepare('update member set referrer_id = ? where id = ?').run(file.members[1], member);

  it('the first standing bill, with who referred the buyer', async () => {
    refer();
    const sale = bill();
    expect(await readOn(file.db, bringingOf({ purchaseId: sale, buyerId: member }))).toEqual({
      purchaseId: sale,
      buyerId: member,
      referrerId: file.members[1],
      first: true,
      brought: [],
    });
  });

  it('no first one while another bill stands, in part or whole', async () => {
    const earlier = bill();
    refundAll(earlier, 'part', 1000);
    expect((await readOn(file.db, bringingOf({ purchaseId: bill(), buyerId: member }))).first).toBe(false);
  });

  it('the first again once the one before went back; what that had brought counts unless it was revoked', async () => {
    const earlier = bill();
    refundAll(earlier);
    const kept = await file.issue(member, { trigger: 'first_purchase' }, { issuedBySale: earlier });
    const gone = await file.issue(member, { trigger: 'referral' }, { issuedBySale: earlier });
    await file.within((tx) => withdrawCoupon(tx, gone.id, '退款', file.stamp));
    const bringing = await readOn(file.db, bringingOf({ purchaseId: bill(), buyerId: member }));
    expect(bringing).toMatchObject({
      first: true,
      brought: [{ memberId: member, trigger: 'first_purchase' }],
    });
    expect(kept.memberId).toBe(member);
  });

  it('without a referrer who is no member any more', async () => {
    refer();
    file.raw.prepare("update member set state = 'erased' where id = ?").run(file.members[1]);
    expect(
      (await readOn(file.db, bringingOf({ purchaseId: bill(), buyerId: member }))).referrerId,
    ).toBeNull();
  });
});

describe('S80 what one member of staff has given by hand on a day', () => {
  it('is the worth of all kinds, without what came by itself, was withdrawn, or was given on another day', async () => {
    const { staffId } = file.stamp;
    await file.issue(member);
    await file.issue(member, {
      trigger: 'win_back',
      terms: { kind: 'percent', percentOff: 10, cap: fen(2000), threshold: NO_FEN },
    });
    await file.issue(member, {
      trigger: 'apology',
      terms: { kind: 'gift', item: '杯', cost: fen(1500), threshold: NO_FEN },
    });
    await file.issue(member, { trigger: 'campaign' });
    await file.issue(member, { trigger: 'first_purchase' });
    const wrong = await file.issue(member);
    await file.within((tx) => withdrawCoupon(tx, wrong.id, '发错', file.stamp));
    expect(await handGivenOn(file.db, staffId, TODAY)).toBe(500 + 2000 + 1500);
    expect(await handGivenOn(file.db, staffId, addDays(TODAY, 1))).toBe(0);
    expect(await handGivenOn(file.db, 'another', TODAY)).toBe(0);
  });
});
