import { beginFile } from '@db/pos/commands';
import type { TillReceipt } from '@domain/pos/receipts';
import { businessDate, type Fen, fen } from '@domain/units';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postFile } from '../../../electron/main/pos/post-file';
import { aShop, type TestShop } from '../../support/shop';
import { brokenLaws } from '../exchange/support';

const PHONES = ['13812348812', '13900001111'] as const;
const TODAY = businessDate('2026-05-18');
const FROM = businessDate('2026-05-01');

let shop: TestShop;
let members: readonly string[];
let run = 0;
beforeAll(async () => {
  shop = await aShop();
  members = await Promise.all(PHONES.map((phone, at) => shop.member(`会员${at}`, { phone })));
});
afterAll(() => shop.close());

/** One row as a file may tell it: of receipt 0-2, right or with another amount, naming somebody or not. */
interface Row {
  readonly receipt: number;
  readonly kind: 'paid' | 'paid_otherwise' | 'back' | 'part_back';
  readonly phone: number | null;
}
/** What may happen to the receipts of a day, in any order. */
type Event =
  /** A file comes; `cut`: the power fails after so many new ids, in the middle of a receipt. */
  | { readonly do: 'file'; readonly rows: readonly Row[]; readonly cut: number | null }
  | { readonly do: 'by_hand'; readonly receipt: number; readonly member: number; readonly right: boolean }
  | { readonly do: 'claim'; readonly receipt: number; readonly member: number }
  | { readonly do: 'dismiss'; readonly receipt: number }
  | { readonly do: 'refund_by_hand'; readonly receipt: number }
  | { readonly do: 'undo'; readonly receipt: number };

const receipt = fc.nat({ max: 2 });
const member = fc.nat({ max: 1 });
const tillRow: fc.Arbitrary<Row> = fc.record({
  receipt,
  kind: fc.constantFrom('paid', 'paid', 'paid', 'paid_otherwise', 'back', 'part_back'),
  phone: fc.option(fc.nat({ max: 2 })),
});
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      rows: fc.array(tillRow, { minLength: 1, maxLength: 6 }),
      cut: fc.option(fc.nat({ max: 12 })),
    }),
  },
  fc.record({ do: fc.constant('by_hand' as const), receipt, member, right: fc.boolean() }),
  fc.record({ do: fc.constant('claim' as const), receipt, member }),
  fc.record({ do: fc.constant('dismiss' as const), receipt }),
  fc.record({ do: fc.constant('refund_by_hand' as const), receipt }),
  fc.record({ do: fc.constant('undo' as const), receipt }),
);

const noOf = (number: number): string => `R${run}-${number}`;
const paidOf = (number: number): Fen => fen(1000 + 700 * number);

function told({ receipt: number, kind, phone }: Row, line: number): TillReceipt {
  const paid = paidOf(number);
  const amount = { paid, paid_otherwise: paid + 100, back: -paid, part_back: -300 }[kind];
  // The third phone is nobody's.
  const buyer = {
    phone: phone === null ? null : (PHONES[phone] ?? '13700009999'),
    cardNo: null,
    externalId: null,
  };
  return {
    ...{ line, receiptNo: noOf(number), date: TODAY, minutes: 600, amount: fen(amount), nth: 0 },
    ...{ buyer, named: phone !== null, cashier: '', items: [] },
  };
}

async function post(rows: readonly Row[], cut: number | null): Promise<void> {
  const open = shop.main.app.session.shop();
  let left = cut ?? Number.POSITIVE_INFINITY;
  const newId = () => {
    if (--left < 0) throw new Error('the power fails');
    return uuidv7();
  };
  const seen = { name: `f-${uuidv7()}.csv`, bytes: 1, modifiedAt: 1 };
  const fileId = await open.opened.db
    .transaction()
    .execute((tx) => beginFile(tx, seen, { grows: false, newId: uuidv7 }));
  const sources = { clock: () => shop.clock.now, newId };
  const all = rows.map((one, at) => told(one, at + 2));
  await postFile({ shop: open, sources }, all, { fileId, from: FROM }, () => false).catch(
    (error: unknown) => {
      if (cut === null) throw error;
    },
  );
}

const one = <Row>(sql: string, ...values: readonly unknown[]): Row | undefined =>
  shop
    .raw()
    .prepare<unknown[], Row>(sql)
    .get(...values);

async function happen(happened: Event): Promise<void> {
  const { client, request } = shop;
  switch (happened.do) {
    case 'file':
      return post(happened.rows, happened.cut);
    case 'by_hand': {
      const gross = fen(paidOf(happened.receipt) + (happened.right ? 0 : 100));
      const memberId = members[happened.member] ?? '';
      const sale = { memberId, receiptNo: noOf(happened.receipt), gross, redeem: 0 as never, items: [] };
      await client.purchases.record(request(), sale);
      return;
    }
    case 'claim':
    case 'dismiss': {
      const waits = one<{ id: string }>(
        'select id from pos_receipt where receipt_no = ?',
        noOf(happened.receipt),
      );
      if (waits === undefined) return;
      if (happened.do === 'dismiss')
        await client.pos.dismiss(request(), { receiptId: waits.id, reason: '不是会员' });
      else
        await client.pos.claim(request(), { receiptId: waits.id, memberId: members[happened.member] ?? '' });
      return;
    }
    case 'refund_by_hand':
    case 'undo': {
      const bill = one<{ id: string }>(
        'select p.id from receipt r join purchase p on p.id = r.purchase_id where r.receipt_no = ?',
        noOf(happened.receipt),
      );
      if (bill === undefined) return;
      if (happened.do === 'undo') await client.purchases.undo(request(), { purchaseId: bill.id });
      else
        await client.purchases.refund(request(), {
          ...{ purchaseId: bill.id, amount: fen(300), shortfall: 'debt', reason: '退' },
        });
    }
  }
}

/** Bills of a receipt that stand, and points booked for it that nobody took back by undoing it. */
const standing = (number: number) =>
  one<{ bills: number; bookings: number; paid: number }>(
    `select count(distinct p.id) as bills, count(e.id) as bookings,
       coalesce(max(p.paid_fen), 0) as paid
     from purchase p left join points_entry e on e.purchase_id = p.id and e.kind = 'earn'
     where p.receipt_no = ? and not exists (select 1 from refund where purchase_id = p.id and kind = 'undo')`,
    noOf(number),
  );

describe('From the POS: never a second points booking for one receipt', () => {
  it('whatever the order of files, cuts, hand entries, claims, refunds and undos', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 9 }), async (events) => {
        run++;
        for (const happened of events) {
          await happen(happened);
          for (const number of [0, 1, 2]) {
            const found = standing(number);
            expect(found?.bills).toBeLessThanOrEqual(1);
            expect(found?.bookings).toBeLessThanOrEqual(1);
          }
        }
        // A bill gives back no more than it was, and of the till's rows each is heard once.
        const over = one<{ n: number }>(
          `select count(*) as n from purchase p where receipt_no like ? and total_fen <
             (select coalesce(sum(amount_fen), 0) from refund r where r.purchase_id = p.id)`,
          `R${run}-%`,
        );
        expect(over?.n).toBe(0);
        expect(shop.reported).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(brokenLaws(shop.raw())).toEqual([]);
  });

  it('and once in the end, when the same file is read until nothing cuts it off', async () => {
    const cuts = fc.array(fc.nat({ max: 30 }), { maxLength: 4 });
    const lengths = fc.array(fc.nat({ max: 3 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(cuts, lengths, async (powerCuts, halfWritten) => {
        run++;
        const whole = [0, 1, 2].map((number): Row => ({ receipt: number, kind: 'paid', phone: number % 2 }));
        for (const rows of halfWritten) await post(whole.slice(0, rows), null);
        for (const cut of powerCuts) await post(whole, cut);
        await post(whole, null);
        for (const number of [0, 1, 2])
          expect(standing(number)).toMatchObject({ bills: 1, bookings: 1, paid: paidOf(number) });
      }),
      { numRuns: 25 },
    );
  });
});
