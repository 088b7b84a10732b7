import { type SeenPacket, type Settlement, seenPacket } from '../domain/hq/seen';
import { type Standing, standingOf } from '../domain/hq/standing';
import { PACKET_KIND_NAMES } from '../domain/packets/entries';
import type { PacketManifest } from '../domain/packets/manifest';
import type { OpenPacket } from '../packets/read';
import { BatchFiles } from './batch-files';
import type { Books, NewPacket, TakenPacket } from './books';
import type { Engine, EntryRange, StoreNow } from './engine';
import type { Shelf } from './shelf';

export interface Office {
  readonly books: Books;
  readonly engine: Engine;
  readonly shelf: Shelf;
  /** A folder of its own for rows on their way; nothing in it outlives the program. */
  readonly spill: string;
  /** Of a packet on the shelf, which was checked when it was taken. */
  readonly reopen: (path: string) => Promise<OpenPacket>;
  /** Epoch ms UTC. */
  readonly now: () => number;
}

/** Beyond either a batch goes into the engine. */
const MOST_PACKETS = 200;
const MOST_ROWS = 500_000;

interface Known {
  readonly packets: Map<string, TakenPacket>;
  readonly settlements: readonly Settlement[];
}

/**
 * Takes packets into the books and their rows into the engine. The order is what makes it safe against a
 * program that is killed at any moment: the file onto the shelf, the packet into the books (which say that
 * the store is pending), rows into the engine, and last what counts. `flush` does the rest of what an earlier
 * one left pending. Source: exchange, "At head office".
 */
export class Intake {
  private readonly known = new Map<string, Known>();
  private readonly manifests = new Map<string, PacketManifest>();
  private readonly written = new Set<string>();
  private fresh: NewPacket[] = [];
  private files: BatchFiles;

  constructor(private readonly office: Office) {
    this.files = new BatchFiles(office.spill);
  }

  /** False when the same packet was taken before. */
  async take(path: string, fileSha256: string, opened: OpenPacket): Promise<boolean> {
    const { manifest, hash } = opened;
    const store = manifest.store.id;
    const known = await this.knownOf(store);
    if (known.packets.has(hash)) return false;
    const seen = seenPacket(manifest, hash);
    const file = await this.office.shelf.keep(path, store, seen);
    const packet: NewPacket = { ...seen, store, file, fileSha256, manifest };
    known.packets.set(hash, { ...packet, isLoaded: false });
    this.fresh.push(packet);
    this.manifests.set(hash, manifest);
    // Mostly packets come in their order: the rows then need not be read a second time.
    if (standing(known).states.get(hash) === 'counted') await this.write(opened);
    if (this.fresh.length >= MOST_PACKETS || this.files.rows >= MOST_ROWS) await this.flush();
    return true;
  }

  /** Brings engine and books to the same, of all stores that are pending. */
  async flush(): Promise<void> {
    const { books, engine } = this.office;
    await books.take(this.fresh, this.office.now());
    this.fresh = [];
    const stores = await books.pending();
    const shown: StoreNow[] = [];
    const gone: string[] = [];
    const forgotten: TakenPacket[] = [];
    for (const store of stores) {
      const known = await this.knownOf(store);
      const now = standing(known);
      forgotten.push(...[...known.packets.values()].filter((one) => one.isLoaded && isDropped(one, now)));
      for (const packet of known.packets.values()) {
        const isLeft = !packet.isLoaded && !this.written.has(packet.hash);
        if (isLeft && now.states.get(packet.hash) === 'counted') await this.writeAgain(packet);
      }
      if (now.counted) shown.push(await this.nowOf(store, now.counted));
      else gone.push(store);
    }
    if (forgotten.length > 0) await engine.forget(forgotten.map(rangeOf));
    if (this.files.size > 0) await engine.load(this.files.batch());
    await engine.show(shown, gone);
    await books.done(
      stores,
      [...this.written],
      forgotten.map(({ hash }) => hash),
    );
    this.settleDown(stores);
  }

  close(): void {
    this.files.remove();
  }

  /** What was done is read anew when it is needed again. */
  private settleDown(stores: readonly string[]): void {
    for (const store of stores) this.known.delete(store);
    this.manifests.clear();
    this.written.clear();
    this.files.remove();
    this.files = new BatchFiles(this.office.spill);
  }

  private async nowOf(store: string, { epoch, fromEntry, toEntry, last }: CountedOf): Promise<StoreNow> {
    const manifest = this.manifests.get(last.hash) ?? (await this.office.books.manifestOf(last.hash));
    const { clock, figures } = manifest;
    return {
      store,
      name: manifest.store.name,
      region: manifest.store.region,
      epoch,
      from_entry: fromEntry,
      to_entry: toEntry,
      sequence: last.sequence,
      made_at: last.madeAt,
      business_date: clock.businessDate,
      members: figures.members,
      points_owed: figures.pointsOwed,
      liability_fen: figures.liabilityFen,
    };
  }

  private async writeAgain(packet: TakenPacket): Promise<void> {
    const opened = await this.office.reopen(this.office.shelf.path(packet.file));
    try {
      if (opened.hash !== packet.hash) throw new Error(`${packet.file} on the shelf is another packet`);
      await this.write(opened);
    } finally {
      await opened.close();
    }
  }

  private async write({ manifest, hash, lines }: OpenPacket): Promise<void> {
    const { firstEntry, lastEntry, epoch, store } = manifest;
    const range = { store: store.id, epoch, firstEntry, lastEntry };
    this.files.begin(range);
    this.written.add(hash);
    for (const kind of PACKET_KIND_NAMES)
      for await (const line of lines(kind)) this.files.add(kind, line, range);
  }

  private async knownOf(store: string): Promise<Known> {
    const known = this.known.get(store);
    if (known) return known;
    const packets = await this.office.books.packetsOf(store);
    const settlements = await this.office.books.settlementsOf(store);
    const read = { packets: new Map(packets.map((packet) => [packet.hash, packet])), settlements };
    this.known.set(store, read);
    return read;
  }
}

type CountedOf = NonNullable<Standing['counted']>;

const standing = ({ packets, settlements }: Known): Standing =>
  standingOf([...packets.values()], settlements);

const isDropped = (packet: SeenPacket, { states }: Standing): boolean =>
  states.get(packet.hash) === 'dropped';

const rangeOf = ({ store, epoch, firstEntry, lastEntry }: TakenPacket): EntryRange => ({
  store,
  epoch,
  firstEntry,
  lastEntry,
});
