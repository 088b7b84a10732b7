import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fen, NO_POINTS } from '@domain/units';
import { pathsIn } from '../../../electron/main/paths';
import type { TestShop } from '../../support/shop';

export const storeOf = (shop: TestShop): string => pathsIn(shop.userData).store;
export const besideStore = (shop: TestShop, ...name: string[]): string =>
  join(dirname(storeOf(shop)), ...name);

/** A sale of `yuan`, and a second that passes. */
export async function sale(shop: TestShop, memberId: string, yuan: number): Promise<string> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(yuan * 100), receiptNo: '', items: [], redeem: NO_POINTS },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
  shop.clock.advance(1000);
  return sold.value.purchaseId;
}

/** Overwrites pages of the store where they lie; the store must be closed. */
export function damage(path: string, fromPage = 3, pages = 8): void {
  const content = readFileSync(path);
  content.fill(0x5a, fromPage * 4096, (fromPage + pages) * 4096);
  writeFileSync(path, content);
}

/** What the room answers, or an error that says why not. */
export function did<Value>(
  outcome: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

export const sales = async (shop: TestShop): Promise<number> =>
  Number(shop.raw().prepare('select count(*) from purchase').pluck().get());
