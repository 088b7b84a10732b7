import { hintOf } from '@db/insights/recommend';
import { runInsights } from '@db/insights/run';
import { connect } from '@db/open';
import { Turn } from '@db/turn';
import { addDays } from '@domain/calendar/business-day';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crowd, insertBills, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let members: string[];

beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
  members = insertMembers(store.raw, crowd(20));
});
afterEach(() => store.close());

function bought(member: number, daysAgo: number, ...products: string[]): void {
  const memberId = members[member - 1] ?? '';
  const [bill = ''] = insertBills(store.raw, [{ memberId, on: addDays(TODAY, -daysAgo) }]);
  const line = store.raw.prepare(
    `insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, ?, ?, 1000, 100)`,
  );
  for (const [at, product] of products.entries()) line.run(bill, at + 1, product);
}

async function run(): Promise<void> {
  const reader = connect(store.path, { readonly: true });
  try {
    await runInsights({
      ...{ reader, writer: store.raw, turn: new Turn(), asOf: TODAY, now: instant(1) },
      told: () => undefined,
    });
  } finally {
    reader.close();
  }
}
const hint = (member: number) => hintOf(store.db, members[member - 1] ?? '', TODAY);

/** Twelve members have a croissant with their latte, twenty drink tea. */
function aTown(): void {
  for (let member = 1; member <= 12; member++) bought(member, member, '拿铁', '牛角包');
  for (let member = 1; member <= 20; member++) bought(member, member, '红茶');
}

describe('S36 the hint at the counter', () => {
  it('comes from everybody’s bills and the member’s own', async () => {
    aTown();
    bought(15, 3, '拿铁');
    await run();
    expect(await hint(15)).toEqual({
      ...{ usual: '拿铁', product: '牛角包', together: 12, withUsual: 13, lift: 254 },
      ...{ from: '2025-05-19', to: TODAY },
    });
    expect(await hint(1)).toBeNull();
    expect(await hint(20)).toBeNull();
  });

  it('is gone once they buy it, also before the next run', async () => {
    aTown();
    bought(15, 3, '拿铁');
    await run();
    bought(15, 0, '牛角包');
    expect(await hint(15)).toBeNull();
  });

  it('does not count what they bought longer than a year ago', async () => {
    aTown();
    bought(15, 400, '牛角包');
    bought(15, 3, '拿铁');
    await run();
    expect(await hint(15)).toMatchObject({ product: '牛角包' });
  });

  it('looks at the days that the run counted: the same day a year ago is none of them, the one after it is', async () => {
    aTown();
    bought(15, 3, '拿铁');
    bought(15, 365, '牛角包');
    await run();
    expect(await hint(15)).toMatchObject({ product: '牛角包', from: addDays(TODAY, -364) });
    bought(15, 364, '牛角包');
    expect(await hint(15)).toBeNull();
  });

  it('is none before the first run', async () => {
    aTown();
    expect(await hint(15)).toBeNull();
  });

  it('reads the member’s own bills by index', async () => {
    aTown();
    await run();
    const plan = await plansOf(store, (db) => hintOf(db, members[14] ?? '', TODAY));
    expect(plan).toMatch(/SEARCH p USING INDEX purchase_member \(member_id=\?/);
    expect(plan).not.toMatch(/SCAN (p|line)\b/);
  });
});
