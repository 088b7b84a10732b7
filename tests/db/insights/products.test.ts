import { productsOf } from '@db/insights/products';
import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crowd, idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let members: string[];
let refunds: number;

beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
  members = insertMembers(store.raw, crowd(20));
  refunds = 0;
});
afterEach(() => store.close());

/** A bill of so many days ago with those products, each for a yuan. */
function bought(member: number, daysAgo: number, ...products: string[]): string {
  const memberId = members[member - 1] ?? '';
  const [bill = ''] = insertBills(store.raw, [{ memberId, on: addDays(TODAY, -daysAgo), fen: 500 }]);
  const line = store.raw.prepare(
    `insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, ?, ?, 1000, 100)`,
  );
  for (const [at, product] of products.entries()) line.run(bill, at + 1, product);
  return bill;
}

function refunded(bill: string, kind: 'part' | 'all' | 'undo', fen: number): void {
  refunds += 1;
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
       select ?, p.id, p.member_id, ?, ?, ?, '', p.bought_at, p.business_date, p.staff_id from purchase p where p.id = ?`,
    )
    .run(idOf(9, refunds), kind, fen, fen, bill);
}

const found = () => productsOf(store.raw, TODAY);
const of = (product: string) => found().products.find((each) => each.product === product);

describe('S24 the repurchase rate of products', () => {
  it('counts the buyers of 12 months, and who came back for it on a later day', () => {
    bought(1, 365, '拿铁'); // the day before the window
    bought(1, 364, '拿铁');
    bought(2, 30, '拿铁', '牛角包');
    bought(2, 0, '拿铁');
    bought(3, 5, '牛角包');
    expect(found()).toMatchObject({ from: '2025-05-19', to: TODAY, sold: 2, bills: 4 });
    expect(of('拿铁')).toEqual({ product: '拿铁', buyers: 2, again: 1, bills: 3, money: 300 });
    expect(of('牛角包')).toMatchObject({ buyers: 2, again: 0, bills: 2 });
  });

  it('leaves out bills that went back as a whole, and keeps those that did in part', () => {
    bought(1, 20, '拿铁');
    refunded(bought(1, 10, '拿铁'), 'undo', 500);
    refunded(bought(1, 9, '拿铁'), 'all', 500);
    const inParts = bought(1, 8, '拿铁');
    refunded(inParts, 'part', 300);
    refunded(inParts, 'part', 200);
    expect(of('拿铁')).toMatchObject({ buyers: 1, again: 0, bills: 1 });
    refunded(bought(1, 7, '拿铁'), 'part', 499);
    expect(of('拿铁')).toMatchObject({ again: 1, bills: 2 });
  });

  it('does not name what was on nothing but bills that went back', () => {
    bought(1, 20, '拿铁');
    refunded(bought(1, 10, '打错', '打错'), 'undo', 500);
    expect(found()).toMatchObject({ sold: 1, bills: 1, products: [{ product: '拿铁' }] });
  });

  it('has the most sold first, and is empty for a store without lines', () => {
    insertBills(store.raw, [{ memberId: members[0] ?? '', on: TODAY }]);
    expect(found()).toMatchObject({ sold: 0, bills: 0, products: [], pairs: [] });
    bought(1, 3, '红茶');
    bought(1, 2, '拿铁');
    bought(2, 2, '拿铁', '');
    expect(found().products.map(({ product }) => product)).toEqual(['拿铁', '红茶']);
  });

  it('looks at the 300 most sold, and says how many there are', () => {
    bought(1, 2, ...Array.from({ length: 310 }, (_, at) => `商品 ${String(at).padStart(3, '0')}`));
    bought(1, 1, '商品 309');
    const { sold, products } = found();
    expect([sold, products.length, products[0]?.product]).toEqual([310, 300, '商品 309']);
  });
});

describe('S36 what is bought together', () => {
  it('is counted by bill, whoever bought it', () => {
    for (let member = 1; member <= 12; member++) bought(member, member, '拿铁', '牛角包');
    for (let member = 1; member <= 20; member++) bought(member, member, '红茶');
    refunded(bought(1, 1, '拿铁', '红茶'), 'all', 500);
    expect(found().pairs).toEqual([
      { one: '牛角包', other: '拿铁', together: 12, withOne: 12, withOther: 12, lift: 267 },
    ]);
  });

  it('finds the bills of a day by their date, and their lines by their bill', () => {
    const asked: string[] = [];
    const listening = Object.create(store.raw, {
      prepare: {
        value: (sql: string) => {
          asked.push(sql);
          return store.raw.prepare(sql);
        },
      },
    });
    productsOf(listening, TODAY);
    const plans = asked
      .filter((sql) => sql.includes('purchase_line'))
      .map((sql) =>
        store.raw
          .prepare<[string], { detail: string }>(`explain query plan ${sql}`)
          .all(TODAY)
          .map(({ detail }) => detail)
          .join('\n'),
      );
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toMatch(/SEARCH p USING (COVERING )?INDEX purchase_date \(business_date=\?\)/);
      expect(plan).toContain('SEARCH l USING PRIMARY KEY (purchase_id=?)');
      expect(plan).not.toMatch(/SCAN (p|l|m)\b/);
    }
  });
});
