import { z } from 'zod';
import { act, query, room } from './rpc';

const nothing = z.strictObject({});
export const clipboardChoiceShape = z.strictObject({ allowed: z.boolean() });

/** What the till's program has copied: main alone reads the clipboard, and only where this PC allows it. */
export const clipboardRoom = room(() => ({
  choice: query(nothing, clipboardChoiceShape),
  choose: act({ input: clipboardChoiceShape, output: clipboardChoiceShape, refusals: {} }),
  /** What lies in the clipboard, where it looks like one of this shop's receipt numbers and is not booked today; else null. */
  receipt: act({
    input: nothing,
    output: z.strictObject({ receiptNo: z.string().max(40).nullable() }),
    refusals: {},
  }),
}));
