import type { MemberRow } from '@contract/members';
import type { ReceiptBill } from '@contract/purchases';
import { businessDate, fen, instant } from '@domain/units';
import { meaningOf } from '@renderer/app/counter/scanned';
import { BLANK_SALE } from '@renderer/features/purchases/sale-form';
import { expect, it } from 'vitest';
import { idOf, MIN, ZHANG } from '../support/shop';

const TODAY = '2026-11-23';
const CODE = '20261123042';

const row = (match: MemberRow['match'], who = ZHANG): MemberRow => ({ ...who, match }) as MemberRow;
const bill = (day: string, number = 1): ReceiptBill => ({
  purchaseId: idOf(900 + number),
  memberId: MIN.id,
  memberName: MIN.name,
  phoneMasked: MIN.phoneMasked,
  boughtAt: instant(Date.UTC(2026, 10, 21)),
  businessDate: businessDate(day),
  total: fen(8380),
});

const NOBODY = { memberId: null, act: { kind: 'sale' }, typed: BLANK_SALE, recorded: null } as const;
const OPEN = { ...NOBODY, memberId: ZHANG.id };
const BUYING = { ...OPEN, typed: { ...BLANK_SALE, amount: '88' } };

const meaning = (known: Partial<Parameters<typeof meaningOf>[0]>) =>
  meaningOf({ code: CODE, rows: [], bills: [], counter: NOBODY, today: TODAY, ...known });

// Part 7: "a member card, a receipt number, a coupon, a payment code each do the right thing".
it.each<[string, Parameters<typeof meaning>[0], object]>([
  [
    'a card goes before a receipt of the same number',
    { rows: [row('card')], bills: [bill(TODAY)] },
    { is: 'member', memberId: ZHANG.id },
  ],
  [
    'a card, while a sale is typed',
    { rows: [row('card', MIN)], counter: BUYING },
    { is: 'member', memberId: MIN.id },
  ],
  ['a coupon', { rows: [row('coupon')], counter: BUYING }, { is: 'coupon', memberId: ZHANG.id }],
  ['a receipt that is known opens its bill', { bills: [bill(TODAY)] }, { is: 'bill', bill: bill(TODAY) }],
  [
    'a receipt goes before a whole phone',
    { rows: [row('phone')], bills: [bill('2026-10-01')] },
    { is: 'bill', bill: bill('2026-10-01') },
  ],
  ['one number on two days is a list', { bills: [bill(TODAY, 1), bill('2026-11-01', 2)] }, { is: 'bills' }],
  [
    'with a member open but no sale begun, a known receipt opens',
    { bills: [bill(TODAY)], counter: OPEN },
    { is: 'bill', bill: bill(TODAY) },
  ],
  [
    'with a sale begun, one of today is booked already',
    { bills: [bill(TODAY), bill('2026-11-01', 2)], counter: BUYING },
    { is: 'taken', bill: bill(TODAY) },
  ],
  [
    'with a sale begun, one of an older day is a number that the till has given anew',
    { bills: [bill('2026-11-01')], counter: BUYING },
    { is: 'receipt' },
  ],
  ['with a sale begun, what nobody has is its receipt', { counter: BUYING }, { is: 'receipt' }],
  ['with a member open, too', { counter: OPEN }, { is: 'receipt' }],
  [
    'a receipt that happens to hold a part of one phone is not that member',
    { rows: [row('phone_part', MIN)], counter: BUYING },
    { is: 'receipt' },
  ],
  [
    'a whole phone opens its member, also then',
    { rows: [row('phone', MIN)], counter: BUYING },
    { is: 'member', memberId: MIN.id },
  ],
  ['a code without a digit is no receipt', { code: 'HELLOWORLD', counter: BUYING }, { is: 'text' }],
  [
    'a coupon that was never issued is no receipt',
    { code: 'Q0000000000000', counter: BUYING },
    { is: 'text' },
  ],
  [
    'after the sale there is none in hand',
    { counter: { ...OPEN, recorded: { purchaseId: idOf(1) } as never } }, // only that there is one
    { is: 'text' },
  ],
  ['at another act there is none in hand', { counter: { ...OPEN, act: { kind: 'points' } } }, { is: 'text' }],
  ['the only one whom it fits', { rows: [row('phone_tail')] }, { is: 'member', memberId: ZHANG.id }],
  ['several whom it fits are shown', { rows: [row('phone_tail'), row('phone_tail', MIN)] }, { is: 'text' }],
  ['what nobody has', {}, { is: 'text' }],
])('%s', (_what, known, means) => {
  expect(meaning(known)).toEqual(means);
});
