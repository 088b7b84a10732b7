import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { addDays } from '@domain/calendar/business-day';
import { instant } from '@domain/units';
import { DAYS, fillLarge, type LargeOrder } from './large-store';
import { idOf } from './member-rows';

/**
 * A large store of one's own below `userData`, where the app looks for it; closed. It is there as a whole or not
 * at all. Throws where there is one already. Answers its path.
 */
export async function largeStore(userData: string, order: LargeOrder): Promise<string> {
  const [folder, making] = [join(userData, 'store'), join(userData, 'store.making')];
  if (existsSync(folder)) throw new Error(`a store is already there: ${folder}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const opening = instant(Date.parse(addDays(order.until, -DAYS)));
  const store = createStore(join(making, 'shuke.db'), opening, (raw) =>
    fillNewStore(raw, {
      id: idOf(0, 1),
      name: '大店',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: false,
      owner: { id: idOf(0, 2), name: '店主' },
      now: opening,
    }),
  );
  try {
    fillLarge(store.raw, order);
  } finally {
    await store.close();
  }
  renameSync(making, folder);
  return join(folder, 'shuke.db');
}
