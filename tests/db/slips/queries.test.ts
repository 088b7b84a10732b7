import { faceOf, saleForSlip } from '@db/slips/queries';
import type { SaleForSlip } from '@domain/slips/slip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';

let store: StoreFile;
let buyer: string;
let friend: string;
let saleId: string;
beforeAll(() => {
  store = aStoreFile();
  [buyer = '', friend = ''] = insertMembers(store.raw, [
    { name: '张三', phone: '13812348812' },
    { name: '李四' },
  ]);
  [saleId = ''] = insertBills(store.raw, [{ memberId: buyer, on: '2026-05-18', fen: 5000 }]);
  const coupon = store.raw.prepare(`
    insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day,
      last_day, state, issued_by_sale, rule_version, business_date, issued_at, staff_id)
    select ?, ?, ?, 'referral', 'referral', ?, ?, 'amount', 500, 0, '2026-05-18', '2026-06-18', ?, ?, 1, '2026-05-18', 0, id
    from staff`);
  const rows: [number, string, string, string, string | null][] = [
    [1, buyer, '买者的券', 'issued', saleId],
    [2, friend, '推荐人的券', 'issued', saleId],
    [3, buyer, '用掉的券', 'used', saleId],
    [4, buyer, '别处来的券', 'issued', null],
  ];
  for (const [n, memberId, name, state, sale] of rows)
    coupon.run(`c${n}`, `Q000000000000${n}`, memberId, `o${n}`, name, state, sale);
});
afterAll(() => store.close());

const sale = async (): Promise<SaleForSlip> => {
  const found = await saleForSlip(store.db, saleId);
  if (found === null) throw new Error('no sale');
  return found;
};

describe('a sale for its slip', () => {
  it('brings its buyer, its sums, and no account where none was kept', async () =>
    expect(await sale()).toMatchObject({
      memberId: buyer,
      memberName: '张三',
      memberPhone: '13812348812',
      total: 5000,
      discount: 0,
      paid: 5000,
      refunded: 0,
      undone: false,
      account: null,
    }));

  it("names the buyer's own unused coupons of this sale, not those it brought a friend", async () =>
    expect((await sale()).coupons.map(({ name }) => name)).toEqual(['买者的券']));

  it('is null for a sale that is not there', async () =>
    expect(await saleForSlip(store.db, 'nobody')).toBeNull());

  it('is read by indexes alone', async () => {
    const plan = await plansOf(store, (db) => saleForSlip(db, saleId));
    expect(plan).not.toMatch(/SCAN/);
    expect(plan).toContain('coupon_issued_by');
  });
});

describe("a face for the customer's screen", () => {
  it("is an active member's", async () =>
    expect(await faceOf(store.db, buyer)).toEqual({ name: '张三', phone: '13812348812' }));

  it("is nobody's once they were erased", async () => {
    store.raw.prepare("update member set state = 'void' where id = ?").run(friend);
    expect(await faceOf(store.db, friend)).toBeNull();
  });
});
