import { pathsIn } from '../../../electron/main/paths';
import { chances } from '../../support/member-rows';
import { aShop } from '../../support/shop';
import { type Ack, TillWork } from '../support/till-work';
import { wrongIn } from './open-again';
import type { MakeSubject } from './subject';

/** The end of the day: main closes the store, and with it the log is moved into the file. */
export const closing: MakeSubject = async (folder) => {
  const { store } = pathsIn(folder);
  const chance = chances(1);
  let first = true;
  const acks: Ack[] = [];
  return {
    attempt: async (whileFailing) => {
      const shop = await aShop({ userData: folder, open: first });
      first = false;
      const work = new TillWork(shop, chance);
      for (let done = 0; done < 3; done += 1) {
        const ack = await work.next();
        if (ack !== null) acks.push(ack);
      }
      const tried = await whileFailing(() => shop.main.stop());
      if (tried.ended === 'badly' && tried.failed === 0) return [`not closed: ${String(tried.error)}`];
      return await wrongIn(store, acks);
    },
    end: async () => [],
  };
};
