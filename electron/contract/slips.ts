import { z } from 'zod';
import { PAPERS, SHEETS } from '../../db/domain/slips/paper';
import { act, plain, query, room } from './rpc';
import {
  amount,
  count,
  dateShape,
  id,
  instantShape,
  line,
  pointCount,
  signedAmount,
  signedPoints,
  tierShape,
} from './shapes';

/** Width of the roll in millimetres. */
const paperShape = z.literal(PAPERS);
/** Where slips go on this PC; null = no printer was chosen yet. */
export const slipChoiceShape = z.strictObject({ paper: paperShape, printer: z.string().max(255).nullable() });
export type SlipChoice = z.output<typeof slipChoiceShape>;
/** The same for sheets of the office, such as the day close. */
export const sheetChoiceShape = slipChoiceShape.extend({ paper: z.literal(SHEETS) });
export type SheetChoice = z.output<typeof sheetChoiceShape>;

const percentOff = z.int().min(0).max(99);
/** `PriceStep` of the domain: a step of the price without anything but what the customer reads. */
export const priceStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['gross', 'total', 'due']), amount }),
  z.strictObject({ kind: z.literal('tier'), amount: signedAmount, tier: tierShape, percentOff }),
  z.strictObject({ kind: z.literal('member_day'), amount: signedAmount, percentOff }),
  z.strictObject({
    kind: z.literal('coupon'),
    amount: signedAmount,
    name: z.string().max(60),
    gift: z.string().max(60).nullable(),
  }),
  z.strictObject({ kind: z.literal('points'), amount: signedAmount, points: pointCount }),
]);

/** A member as strangers may see them: `张**` and `138****8812`, each empty when unknown. */
export const maskedMember = z.strictObject({ name: z.string(), phone: z.string() });

/** A coupon that a sale brought, as the customer takes it home. */
export const broughtCoupon = z.strictObject({
  name: z.string(),
  code: z.string(),
  firstDay: dateShape,
  lastDay: dateShape,
});

const slip = z.strictObject({
  store: z.string(),
  boughtAt: instantShape,
  businessDate: dateShape,
  receiptNo: z.string().nullable(),
  member: maskedMember,
  memberNo: z.string(),
  steps: z.array(priceStep),
  earned: pointCount,
  used: pointCount,
  /** Money that went back since. */
  refunded: amount,
  /** The sale was taken back as a whole: the slip says so in its head. */
  undone: z.boolean(),
  /** The member's points on the day of printing, which may be later than the sale. */
  balance: signedPoints,
  asOf: dateShape,
  /** What lapses within 30 days, and the first day on which some does. */
  lapsing: z.strictObject({ points: pointCount, lastDay: dateShape }).nullable(),
  coupons: z.array(broughtCoupon),
});
export type Slip = z.output<typeof slip>;

/** The page that is printed: as wide as the roll, as long as what stands on it; of A4 as many as it takes. */
const page = { paper: z.literal(SHEETS), lengthMm: z.int().min(20).max(3000) };

export const slipsRoom = room(() => ({
  /** What stands on the slip of a sale; a full name or phone never crosses. Null when there is no such sale. */
  ofSale: query(z.strictObject({ purchaseId: id }), slip.nullable()),
  /** The system's printers, as they are now. */
  printers: query(z.strictObject({}), z.array(z.strictObject({ name: z.string(), label: z.string() }))),
  choice: query(z.strictObject({}), slipChoiceShape),
  choose: act({ input: slipChoiceShape, output: slipChoiceShape, refusals: {} }),
  sheetChoice: query(z.strictObject({}), sheetChoiceShape),
  chooseSheet: act({ input: sheetChoiceShape, output: sheetChoiceShape, refusals: {} }),
  /** Prints the slip or sheet that the asking window shows; the window's print styles leave nothing else on the page. */
  print: act({
    input: z.strictObject({ ...page, printer: z.string().max(255) }),
    output: z.strictObject({}),
    refusals: {
      no_printer: plain,
      printer_gone: z.strictObject({ printer: z.string() }),
      /** `reason` is the system's own word for it. */
      print_failed: z.strictObject({ reason: z.string() }),
    },
  }),
  /** The same page into a file that the person names; null when they chose none. */
  savePdf: act({
    input: z.strictObject({ ...page, name: line(60) }),
    output: z.strictObject({ path: z.string(), bytes: count }).nullable(),
    refusals: { file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }) },
  }),
}));
