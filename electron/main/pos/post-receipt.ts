import type { PosOutcome } from '../../../db/domain/pos/outcome';
import { sameKey } from '../../../db/domain/pos/receipts';
import type { TillLine } from '../../../db/domain/pos/sale';
import { decideRefund } from '../../../db/domain/purchases/refund';
import { Refusal } from '../../../db/domain/refusal';
import { fen } from '../../../db/domain/units';
import { hashedKey } from '../../../db/exchange/keys';
import {
  insertReceipt,
  insertTillRefund,
  type RefusedReceipt,
  settleReceipt,
  takeOff,
  waitFor,
} from '../../../db/pos/commands';
import { type Judging, judgeReceipt, judgeTillRefund, type TimedReceipt } from '../../../db/pos/judge';
import { cashierNamed, knownReceipt, refundKnown } from '../../../db/pos/receipts';
import { readIn } from '../../../db/reading';
import type { BookingCx } from '../booking-cx';
import { giveBack } from '../capabilities/purchases/give-back';
import { bookReceipt } from './book-receipt';

/** What became of one receipt; of a refused one also why. */
export type Posted =
  | { readonly outcome: Exclude<PosOutcome, 'refused'> }
  | { readonly outcome: 'refused'; readonly refused: RefusedReceipt };

/** Books one receipt or refund of a file, once, whatever came before. */
export async function postReceipt(
  cx: BookingCx,
  receipt: TimedReceipt,
  { fileId, from }: { readonly fileId: string } & Pick<Judging, 'from'>,
): Promise<Posted> {
  const by = { from, now: cx.now, today: cx.today };
  return receipt.amount < 0
    ? await postRefund(cx, receipt, fileId, by)
    : await postSale(cx, receipt, fileId, by);
}

async function postSale(cx: BookingCx, receipt: TimedReceipt, fileId: string, by: Judging): Promise<Posted> {
  const { day, receiptNo, amount: told } = receipt;
  const known = readIn(cx.tx, knownReceipt(day, receiptNo));
  const decision = readIn(cx.tx, judgeReceipt(receipt, by));
  const items = receipt.items.map((item): TillLine => ({ ...item, earns: true, fullPrice: true }));
  const boughtAt = receipt.at;
  const keep = (standing: Parameters<typeof insertReceipt>[2]) =>
    insertReceipt(cx.tx, { id: cx.newId(), day, receiptNo, boughtAt, told, items, fileId }, standing);
  switch (decision.kind) {
    case 'passed':
      return { outcome: 'passed' };
    case 'refused':
      return refusedAs(receipt, decision);
    case 'already':
      // A file that grows is read again and again: what it has booked itself stays booked by it.
      return { outcome: known?.state === 'booked' && known.fileId === fileId ? 'posted' : 'already' };
    case 'still_waiting':
      return { outcome: 'waiting' };
    case 'wait':
      if (known === null) keep({ state: 'waiting', why: decision.why, maybe: decision.maybe });
      else waitFor(cx.tx, known.id, decision.why, decision.maybe);
      return { outcome: 'waiting' };
    case 'by_hand': {
      const end = { state: 'by_hand', purchaseId: decision.purchaseId } as const;
      if (known === null) keep(end);
      else settleReceipt(cx.tx, known.id, end);
      return { outcome: 'already' };
    }
    case 'post': {
      const left = fen(told - (known?.back ?? 0));
      const staff = { id: readIn(cx.tx, cashierNamed(receipt.cashier)) ?? cx.staff.id };
      const whole = { memberId: decision.memberId, receiptNo, at: boughtAt, day, paid: left };
      const booked = await bookReceipt({ ...cx, staff }, { ...whole, items: left === told ? items : [] });
      // Read as active in this very transaction.
      if (booked instanceof Refusal) throw new Error('a member has gone while their receipt was booked');
      const end = { state: 'booked', purchaseId: booked.purchaseId } as const;
      if (known === null) keep(end);
      else settleReceipt(cx.tx, known.id, end);
      return { outcome: 'posted' };
    }
  }
}

async function postRefund(
  cx: BookingCx,
  receipt: TimedReceipt,
  fileId: string,
  by: Judging,
): Promise<Posted> {
  const { day, receiptNo } = receipt;
  const key = hashedKey(`${sameKey(receipt)}\n${receipt.nth}`);
  const heard = readIn(cx.tx, refundKnown(key));
  if (heard !== null) return { outcome: heard === fileId ? 'refunded' : 'already' };
  const decision = readIn(cx.tx, judgeTillRefund(receipt, by));
  const amount = fen(-receipt.amount);
  const keep = (of: { refundId: string | null; purchaseId: string | null }) =>
    insertTillRefund(cx.tx, { key, day, receiptNo, amount, fileId, ...of });
  switch (decision.kind) {
    case 'passed':
      return { outcome: 'passed' };
    case 'refused':
      return refusedAs(receipt, decision);
    case 'take_off':
      takeOff(cx.tx, decision.id, amount);
      keep({ refundId: null, purchaseId: null });
      return { outcome: 'refunded' };
    case 'by_hand':
      keep({ refundId: null, purchaseId: decision.purchaseId });
      return { outcome: 'already' };
    case 'refund': {
      const { purchaseId } = decision;
      const back = await giveBack(cx, { purchaseId, reason: '' }, (asked) =>
        decideRefund({ ...asked, amount, shortfall: 'debt' }),
      );
      if (back instanceof Refusal) {
        const booked = back.code === 'above_remaining' ? back.params.remaining : null;
        return refusedAs(receipt, { why: 'refund_above_rest', booked });
      }
      keep({ refundId: back.refundId, purchaseId });
      return { outcome: 'refunded' };
    }
  }
}

const refusedAs = (
  { line, receiptNo, amount }: TimedReceipt,
  { why, booked }: Pick<RefusedReceipt, 'why' | 'booked'>,
): Posted => ({ outcome: 'refused', refused: { line, receiptNo, why, booked, told: amount } });
