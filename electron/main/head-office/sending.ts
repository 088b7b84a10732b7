import { isToSend } from '../../../db/domain/head-office/reminders';
import { dueNow } from '../../../db/domain/head-office/schedule';
import { instant } from '../../../db/domain/units';
import { folderPresent, inOutbox } from '../../../db/head-office/outbox';
import { type Packet, packetsOf, type Setup } from '../../../db/head-office/queries';
import type { ActCx } from '../context';
import { momentIn } from '../moment';

type Wish = 'due' | 'delta' | 'full' | 'none';

/**
 * What is to be made. `due`: a packet when one is due, or when there is nothing else to send. Head office may miss
 * one that no longer lies in the outbox: then everything goes once more, and the hole is healed.
 */
export async function toMake(cx: ActCx, setup: Setup, wish: Wish): Promise<'full' | 'delta' | null> {
  const shop = cx.session.shop();
  const waiting = (await packetsOf(shop.opened.db)).filter(isToSend);
  const isLost = ({ fileName }: Packet) => !inOutbox(shop.opened.path, fileName);
  if (wish === 'none') return null;
  if (wish === 'full' || waiting.some(isLost)) return 'full';
  if (wish === 'delta' || waiting.length === 0) return 'delta';
  const made = (await packetsOf(shop.opened.db)).at(-1);
  const since = instant(Math.max(setup.since, made?.madeAt ?? 0));
  const due = dueNow(setup.schedule, { since, now: momentIn(shop, cx.sources) }, shop.calendar);
  return due.state === 'due' || due.state === 'overdue' ? 'delta' : null;
}

/** Where to: the folder of last time while it is there, or one that a person chooses; null when they chose none. */
export async function folderFor(cx: ActCx, { folder }: Setup, to: 'last' | 'choose'): Promise<string | null> {
  if (to === 'last' && folder !== null && (await folderPresent(folder))) return folder;
  return await cx.dialogs.chooseFolder();
}
