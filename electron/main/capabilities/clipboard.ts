import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { foldWidth } from '../../../db/domain/members/fold';
import { mayBeReceiptOf } from '../../../db/domain/purchases/receipt-likeness';
import { billsOfReceipt, latestReceiptNos } from '../../../db/purchases/queries';
import type { AppCx, RoomHandlers } from '../context';

/** So many of the shop's own numbers say what one looks like. */
const KNOWN_NUMBERS = 50;
/** More than any receipt number: a page of text is not even looked at. */
const LONGEST_TEXT = 64;

export const clipboardHandlers: RoomHandlers<'clipboard'> = {
  choice: (cx) => cx.app.preferences.get().clipboard,
  choose: (app, clipboard) => {
    app.preferences.change({ clipboard });
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return clipboard;
  },
  receipt: async (app) => ({ receiptNo: await copiedReceipt(app) }),
};

/** Nothing of what else lies in the clipboard leaves this function, is logged or kept. */
async function copiedReceipt(app: AppCx): Promise<string | null> {
  if (!app.preferences.get().clipboard.allowed) return null;
  const copied = await app.clipboardText();
  if (copied.length > LONGEST_TEXT) return null;
  const text = foldWidth(copied);
  const { opened, calendar } = app.session.shop();
  if (!mayBeReceiptOf(text, await latestReceiptNos(opened.db, KNOWN_NUMBERS))) return null;
  const [latest] = await billsOfReceipt(opened.db, text, 1);
  const today = businessDateOf(app.sources.clock(), calendar);
  return latest?.businessDate === today ? null : text;
}
