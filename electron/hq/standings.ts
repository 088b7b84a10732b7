import { daysLate } from '../../db/domain/hq/late';
import { type Standing, standingOf } from '../../db/domain/hq/standing';
import type { RegisteredStore, TakenPacket } from '../../db/hq/books';
import type { OpenedOffice } from './office';
import { Told } from './say';

export interface StoreStanding {
  readonly store: RegisteredStore;
  readonly packets: readonly TakenPacket[];
  readonly standing: Standing;
  /** Whole days, 0 when it is in time. */
  readonly daysLate: number;
}

export async function standingOfStore(office: OpenedOffice, store: RegisteredStore): Promise<StoreStanding> {
  const packets = await office.books.packetsOf(store.store);
  const settlements = await office.books.settlementsOf(store.store);
  const last = Math.max(store.registeredAt, ...packets.map(({ madeAt }) => madeAt));
  return {
    store,
    packets,
    standing: standingOf(packets, settlements),
    daysLate: daysLate(store.due, last, office.now()),
  };
}

/** A store by its id, the end of it as it stands in names of packets, or its name. Throws when that is not just one. */
export function storeAsked({ stores }: OpenedOffice, asked: string, refusal: string): RegisteredStore {
  const named = stores.filter(
    ({ store, name }) => store === asked || store.endsWith(asked) || name === asked,
  );
  const [only] = named;
  if (!only || named.length > 1) throw new Told(refusal);
  return only;
}
