import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rebuildLookup } from '@db/members/lookup-rows';
import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { businessDate, instant } from '@domain/units';
import { crowd, idOf, insertBills, insertMembers, visits } from '../support/member-rows';

const BILLS_EACH = 10;

/** Makes one's own store below `userData`, closed, with so many members and ten bills for each. Answers its path. */
export async function crowdedStore(userData: string, members: number): Promise<string> {
  const folder = join(userData, 'store');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'shuke.db');
  const now = instant(Date.now());
  const store = createStore(path, now, (raw) =>
    fillNewStore(raw, {
      id: idOf(0, 1),
      name: 'bench',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: false,
      owner: { id: idOf(0, 2), name: 'bench' },
      now,
    }),
  );
  try {
    if (members > 0) {
      const yesterday = new Date(now - 86_400_000).toISOString().slice(0, 10);
      store.raw.pragma('synchronous = off'); // nobody sells yet
      const ids = insertMembers(store.raw, crowd(members));
      insertBills(store.raw, visits(ids, members * BILLS_EACH, yesterday));
      rebuildLookup(store.raw, businessDate(yesterday));
    }
  } finally {
    await store.close();
  }
  return path;
}
