import { codeOf } from '../../db/store-fault';
import type { RequestId } from '../contract/rpc';
import type { AppCx } from './context';
import { firstOutcome } from './first-outcome';
import type { Shop } from './shop';

/** The disk has failed, and the store could not be opened again: what was asked for may be in it or not. */
export class OutcomeUnknownError extends Error {
  constructor() {
    super('the disk has failed: nobody knows yet whether it was recorded');
    this.name = 'OutcomeUnknownError';
  }
}

export const isDiskError = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_IOERR');

/**
 * What has become of a command in whose transaction the disk failed. After an error in COMMIT only a
 * store that is opened anew knows: it is, and the request looked up in it. Undefined: it was not
 * recorded. Source: trust "Durability".
 */
export async function outcomeAfterDiskError(
  app: AppCx,
  shop: Shop,
  call: { readonly channel: string; readonly requestId: RequestId },
): Promise<unknown> {
  const here = app.desk.here();
  await app.session.reopen(shop);
  const again = app.session.openShop();
  if (again === undefined) throw new OutcomeUnknownError();
  if (here !== undefined && app.desk.pinsInUse()) app.desk.signIn(here.id);
  return await again.opened.db.transaction().execute(async (tx) => firstOutcome(tx, call));
}
