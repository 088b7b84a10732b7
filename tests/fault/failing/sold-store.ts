import { join } from 'node:path';
import { pathsIn } from '../../../electron/main/paths';
import { chances } from '../../support/member-rows';
import { aShop } from '../../support/shop';
import { type Ack, TillWork } from '../support/till-work';

/** A small store that has been sold at, closed; what it must hold whatever is tried on it. */
export async function soldStore(
  folder: string,
): Promise<{ path: string; acks: readonly Ack[]; staffId: string }> {
  const userData = join(folder, 'shop');
  const shop = await aShop({ userData });
  const work = new TillWork(shop, chances(2));
  const acks: Ack[] = [];
  for (let done = 0; done < 20; done += 1) {
    const ack = await work.next();
    if (ack !== null) acks.push(ack);
  }
  const { id: staffId } = shop.main.app.session.shop().house;
  await shop.main.stop();
  return { path: pathsIn(userData).store, acks, staffId };
}
