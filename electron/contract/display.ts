import { z } from 'zod';
import { act, plain, query, room } from './rpc';
import { amount, count, id, line, pointCount, signedPoints } from './shapes';
import { broughtCoupon, maskedMember, priceStep } from './slips';

const price = z.array(priceStep).max(30);
const choices = { personalData: z.boolean(), marketing: z.boolean() };
/** One tap on the customer's screen: that choice and no other, or both as they stood there. */
const consentTap = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    which: z.enum(['personalData', 'marketing']),
    agreed: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('confirmation'), ...choices }),
]);
export type ConsentTap = z.output<typeof consentTap>;
/** The two questions of a survey; null = not answered yet, or skipped. */
const scores = {
  satisfaction: z.int().min(1).max(5).nullable(),
  recommend: z.int().min(0).max(10).nullable(),
};

/** What the counter is doing, told by ids; main reads, masks and composes what the customer may see of it. */
const doingShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  z.strictObject({ kind: z.literal('member'), memberId: id }),
  z.strictObject({ kind: z.literal('sale'), memberId: id, steps: price, earns: pointCount }),
  z.strictObject({ kind: z.literal('thanks'), purchaseId: id }),
  /**
   * A sign-up under way; `askId` is that sign-up's own, so that an answer never lands in the next one.
   * `seen` counts the customer's taps that the counter knew of: it never speaks over a newer one.
   */
  z.strictObject({
    kind: z.literal('consent'),
    askId: id,
    textVersion: line(32),
    seen: count,
    ...choices,
  }),
  /** A survey under way, in the same manner; once it is `saved` no tap changes it any more. */
  z.strictObject({ kind: z.literal('survey'), askId: id, seen: count, ...scores, saved: z.boolean() }),
]);
export type Doing = z.output<typeof doingShape>;

const customerView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  z.strictObject({ kind: z.literal('member'), member: maskedMember, balance: signedPoints }),
  z.strictObject({
    kind: z.literal('sale'),
    member: maskedMember,
    steps: price,
    earns: pointCount,
    balance: signedPoints,
  }),
  z.strictObject({
    kind: z.literal('thanks'),
    purchaseId: id,
    member: maskedMember,
    paid: amount,
    earned: pointCount,
    balance: signedPoints,
    coupons: z.array(broughtCoupon.omit({ code: true })),
  }),
  z.strictObject({
    kind: z.literal('consent'),
    askId: id,
    textVersion: z.string(),
    ...choices,
    /** The customer has confirmed the two choices. */
    confirmed: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('survey'),
    askId: id,
    ...scores,
    /** Nothing is asked any more: the customer has finished, or the answer is saved. */
    finished: z.boolean(),
  }),
]);
export type CustomerView = z.output<typeof customerView>;

const screenShape = z.strictObject({
  id: z.int(),
  label: z.string(),
  width: z.int(),
  height: z.int(),
  /** The counter's own screen. */
  main: z.boolean(),
});

export const displayRoom = room(() => ({
  /** What stands on the customer's screen now; `store` is empty while no store is open. */
  customerView: query(z.strictObject({}), z.strictObject({ store: z.string(), view: customerView })),
  /**
   * The customer taps a choice, or confirms both; what has changed meanwhile is not confirmed with it.
   * Refused once that sign-up is over.
   */
  answerConsent: act({
    input: z.strictObject({ askId: id, tap: consentTap }),
    output: z.strictObject({}),
    refusals: { not_asked: plain },
  }),
  /** How often the customer has tapped, and what they chose; null while what stands there is the cashier's. */
  consentAnswer: query(
    z.strictObject({ askId: id }),
    z.strictObject({
      taps: count,
      answer: z.strictObject({ ...choices, confirmed: z.boolean() }).nullable(),
    }),
  ),
  /** The customer taps a face or a number, or passes the second question by. Refused once that survey is over. */
  answerSurvey: act({
    input: z.strictObject({ askId: id, ...scores, finished: z.boolean() }),
    output: z.strictObject({}),
    refusals: { not_asked: plain },
  }),
  /** How often the customer has tapped, and what they said; null while what stands there is the cashier's. */
  surveyAnswer: query(
    z.strictObject({ askId: id }),
    z.strictObject({
      taps: count,
      answer: z.strictObject({ ...scores, finished: z.boolean() }).nullable(),
    }),
  ),
  show: act({ input: doingShape, output: z.strictObject({}), refusals: {} }),
  /** Whether the customer's window is open, where it should stand, and which screens there are. */
  placement: query(
    z.strictObject({}),
    z.strictObject({ open: z.boolean(), screenId: z.int().nullable(), screens: z.array(screenShape) }),
  ),
  /** Opens it on that screen, or moves it there; null = a second screen if there is one, else a window. */
  open: act({
    input: z.strictObject({ screenId: z.int().nullable() }),
    output: z.strictObject({}),
    refusals: {},
  }),
  close: act({ input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
}));
