import { refuse } from '../../../db/domain/refusal';
import { insertKey } from '../../../db/head-office/commands';
import { publicKeyKept, setupOf, signingKeyOf } from '../../../db/head-office/queries';
import { readCard, sheetText } from '../../../db/packets/documents';
import { fingerprintOf, newSigningKey, publicKeyOf } from '../../../db/packets/keys';
import type { Reader } from '../../../db/schema';
import { storeRow } from '../../../db/settings/queries';
import type { CommandCx } from '../context';

/** Head office's card as somebody has pasted or chosen it, or why it is none. */
export function cardIn(text: string) {
  const card = readCard(text.trim());
  if (!('code' in card)) return card;
  return card.code === 'document_newer' ? refuse('newer_version') : refuse('not_a_card');
}

/** The fingerprint of this store's own key; it is made once, and who begins again is the same store. */
export async function ownKey(cx: CommandCx): Promise<string> {
  const known = await publicKeyKept(cx.tx);
  if (known !== undefined) return fingerprintOf(known);
  const signingKey = newSigningKey();
  await insertKey(cx.tx, signingKey, cx.now);
  return fingerprintOf(publicKeyOf(signingKey));
}

/** What head office registers this store by; null before the set-up. */
export async function sheetOf(db: Reader) {
  const [setup, signingKey] = [await setupOf(db), await signingKeyOf(db)];
  if (setup === undefined || signingKey === undefined) return null;
  const { id: storeId, name } = await storeRow(db);
  const { region, card } = setup;
  return {
    ...{ storeId, name, region },
    fingerprint: fingerprintOf(publicKeyOf(signingKey)),
    text: sheetText({ storeId, name, region, signingKey }),
    headOffice: { name: card.name, fingerprint: card.fingerprint },
  };
}
