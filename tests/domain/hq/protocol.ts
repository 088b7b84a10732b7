import { createHash } from 'node:crypto';
import { type MadePacket, nextPlace, type OutboxHead, refOf } from '@domain/head-office/epoch';
import type { SeenPacket, Settlement } from '@domain/hq/seen';
import { settle } from '@domain/hq/settle';
import { type Fork, type Standing, standingOf } from '@domain/hq/standing';
import { Refusal } from '@domain/refusal';

/** What can happen between a store and head office. `clone` and `rival` leave two PCs that think they are the store. */
export const STEPS = [
  'sale',
  'change',
  'undo',
  'export',
  'full',
  'deliver',
  'deliverNewest',
  'corrupt',
  'resend',
  'backup',
  'restore',
  'move',
  'clone',
  'rival',
  'settle',
] as const;
export type Step = readonly [what: (typeof STEPS)[number], which: number];

type Ledger = ReadonlyMap<string, number>;
type Entry = readonly [entry: number, key: string, value: number | null];

/** A packet as a value, with the ledger of its store at the moment it was made. */
export interface Packet {
  readonly seen: SeenPacket;
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly ledger: Ledger;
}

/** What lies in the store file, and so in its backups. */
interface StoreFile {
  ledger: Map<string, number>;
  /** Keys that have changed since the last packet. */
  dirty: Set<string>;
  made: MadePacket[];
}

interface Pc extends StoreFile {
  /** Beside the store file: no backup brings it back. */
  head: OutboxHead | null;
}

const STORE = 'store';

/** One store with its PCs and backups, what is on its way, and head office. All by the real rules. */
export class World {
  readonly made: Packet[] = [];
  readonly arrived = new Map<string, Packet>();
  settled: readonly Settlement[] = [];
  private readonly pcs: Pc[] = [{ ledger: new Map(), dirty: new Set(), made: [], head: null }];
  private readonly backups: StoreFile[] = [];
  private clock = 0;
  private keys = 0;
  private epochs = 0;

  take([what, which]: Step): void {
    this.clock += 1;
    this[what](which);
  }

  standing(): Standing {
    return standingOf(
      [...this.arrived.values()].map(({ seen }) => seen),
      this.settled,
    );
  }

  /** What head office would say that the store's ledger is. */
  counted({ states }: Standing): Ledger {
    const counted = [...this.arrived.values()].filter(({ seen }) => states.get(seen.hash) === 'counted');
    const rows = counted.flatMap(({ entries }) => entries).sort(([a], [b]) => a - b);
    const now = new Map<string, number>();
    for (const [, key, value] of rows) {
      if (value === null) now.delete(key);
      else now.set(key, value);
    }
    return now;
  }

  /** Two epochs began from one packet: two PCs may be the store, and head office cannot know better. */
  hasTwins(): boolean {
    const first = this.made.filter(({ seen }) => seen.sequence === 1);
    return new Set(first.map(({ seen }) => seen.parent?.hash)).size < first.length;
  }

  /** The newest epoch has a twin, or an older one has gone on beside it: nobody but a person can know which is true. */
  newestIsDoubtful(): boolean {
    const newest = this.made.findLast(({ seen }) => seen.sequence === 1)?.seen;
    if (newest === undefined) return false;
    return this.made.some(({ seen }) => {
      const isTwin = seen.sequence === 1 && seen.parent?.hash === newest.parent?.hash;
      return seen.epoch !== newest.epoch && (isTwin || seen.madeAt > newest.madeAt);
    });
  }

  /** Packets that somebody has ruled out and that count all the same, or are held until they may. */
  ruledOutYetAlive({ states }: Standing): SeenPacket[] {
    const alive = [...this.arrived.values()].filter(({ seen }) =>
      ['counted', 'held'].includes(states.get(seen.hash) ?? ''),
    );
    return alive.map(({ seen }) => seen).filter((packet) => this.isRuledOut(packet));
  }

  private isRuledOut(packet: SeenPacket): boolean {
    const before = this.line(packet);
    return this.settled.some((one) => {
      if (one.kind === 'sequence')
        return before.some(
          ({ epoch, sequence, hash }) =>
            epoch === one.epoch && sequence === one.sequence && hash !== one.keep && epoch === packet.epoch,
        );
      if (one.keep === 'older') return packet.epoch === one.epoch;
      const first = this.made.find(({ seen }) => seen.epoch === one.epoch)?.seen;
      if (first === undefined || packet.epochStartedAt >= first.epochStartedAt) return false;
      return !this.line(first).some(({ hash }) => hash === packet.hash);
    });
  }

  /** A packet and all those that it was built upon, whether they have arrived or not. */
  private line(packet: SeenPacket): SeenPacket[] {
    const line: SeenPacket[] = [];
    let at: SeenPacket | undefined = packet;
    while (at !== undefined) {
      line.push(at);
      const before: string | undefined = at.previous ?? at.parent?.hash;
      at = this.made.find(({ seen }) => seen.hash === before)?.seen;
    }
    return line;
  }

  deliverAll(): void {
    for (const packet of this.made) this.arrive(packet, packet.text);
  }

  /** A person settles the first fork for one of its sides. False when there is none. */
  settle(which: number): boolean {
    const standing = this.standing();
    const [fork] = standing.forks;
    if (fork === undefined) return false;
    const sides = sidesOf(fork, standing);
    const seen = [...this.arrived.values()].map((packet) => packet.seen);
    const settlement = settle(standing, seen, sides[which % sides.length] ?? '');
    if (settlement instanceof Refusal) throw new Error(`${settlement.code} ${JSON.stringify(fork)}`);
    this.settled = [...this.settled, settlement];
    return true;
  }

  // The steps by their names.

  sale(which: number): void {
    const pc = this.pc(which);
    this.keys += 1;
    write(pc, `k${this.keys}`, which);
  }

  change(which: number): void {
    const pc = this.pc(which);
    const key = someKey(pc, which);
    if (key !== undefined) write(pc, key, this.clock * 1000 + which);
  }

  undo(which: number): void {
    const pc = this.pc(which);
    const key = someKey(pc, which);
    if (key === undefined) return;
    pc.ledger.delete(key);
    pc.dirty.add(key);
  }

  export(which: number): void {
    this.make(this.pc(which), 'delta');
  }

  full(which: number): void {
    this.make(this.pc(which), 'full');
  }

  /** Any packet, also one that has come before: doubled, reordered, late. What is never delivered is lost. */
  deliver(which: number): void {
    const packet = this.made[which % Math.max(1, this.made.length)];
    if (packet !== undefined) this.arrive(packet, packet.text);
  }

  deliverNewest(): void {
    const packet = this.made.at(-1);
    if (packet !== undefined) this.arrive(packet, packet.text);
  }

  /** A bit of it is not what it was. */
  corrupt(which: number): void {
    const packet = this.made[which % Math.max(1, this.made.length)];
    if (packet !== undefined) this.arrive(packet, packet.text.replace('"lastEntry":', '"lastEntry":9'));
  }

  /** The ack was lost: the PC sends its last packet once more. */
  resend(which: number): void {
    const hash = this.pc(which).made.at(-1)?.hash;
    const packet = this.made.find(({ seen }) => seen.hash === hash);
    if (packet !== undefined) this.arrive(packet, packet.text);
  }

  backup(which: number): void {
    this.backups.push(copied(this.pc(which)));
  }

  /** An older state of the store on the same PC: the outbox beside it stays. */
  restore(which: number): void {
    const backup = this.backups[which % Math.max(1, this.backups.length)];
    if (backup !== undefined) Object.assign(this.pc(which), copied(backup));
  }

  /** The PC is gone; a backup goes on on another one, which has no outbox. */
  move(which: number): void {
    const backup = this.backups[which % Math.max(1, this.backups.length)];
    if (backup === undefined) return;
    this.pcs[which % this.pcs.length] = { ...copied(backup), head: null };
  }

  /** The whole PC is copied, outbox and all, and both go on. */
  clone(which: number): void {
    if (this.pcs.length >= 3) return;
    const pc = this.pc(which);
    this.pcs.push({ ...copied(pc), head: pc.head });
  }

  /** A backup is opened on another PC, while the first one goes on. */
  rival(which: number): void {
    const backup = this.backups[which % Math.max(1, this.backups.length)];
    if (backup === undefined || this.pcs.length >= 3) return;
    this.pcs.push({ ...copied(backup), head: null });
  }

  private pc(which: number): Pc {
    const pc = this.pcs[which % this.pcs.length];
    if (pc === undefined) throw new Error('a store has a PC');
    return pc;
  }

  private make(pc: Pc, wanted: 'full' | 'delta'): void {
    const place = nextPlace(STORE, pc.made, pc.head);
    const before = place.begins ? null : place.follows;
    const kind = place.begins ? 'full' : wanted;
    if (place.begins) this.epochs += 1;
    const firstEntry = (before?.lastEntry ?? 0) + 1;
    const keys = kind === 'full' ? [...pc.ledger.keys()] : [...pc.dirty];
    const entries = keys.map((key, at): Entry => [firstEntry + at, key, pc.ledger.get(key) ?? null]);
    const manifest = {
      epoch: before?.epoch ?? `E${this.epochs}`,
      epochStartedAt: before?.epochStartedAt ?? this.clock,
      parent: place.begins ? place.parent : place.follows.parent,
      sequence: (before?.sequence ?? 0) + 1,
      previous: before?.hash ?? null,
      kind,
      firstEntry,
      lastEntry: firstEntry + entries.length - 1,
      madeAt: this.clock,
    } as const;
    const text = JSON.stringify({ ...manifest, rows: hashOf(JSON.stringify(entries)) });
    const seen = { ...manifest, hash: hashOf(text) };
    this.made.push({ seen, text, entries, ledger: new Map(pc.ledger) });
    pc.made.push(seen);
    pc.dirty.clear();
    pc.head = { storeId: STORE, ...refOf(seen) };
  }

  /** What is not what its store has signed is rejected, and its place stays a hole. */
  private arrive(packet: Packet, text: string): void {
    if (hashOf(text) === packet.seen.hash) this.arrived.set(packet.seen.hash, packet);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const copied = ({ ledger, dirty, made }: StoreFile): StoreFile => ({
  ledger: new Map(ledger),
  dirty: new Set(dirty),
  made: [...made],
});

const someKey = ({ ledger }: StoreFile, which: number): string | undefined =>
  [...ledger.keys()][which % Math.max(1, ledger.size)];

function write(pc: StoreFile, key: string, value: number): void {
  pc.ledger.set(key, value);
  pc.dirty.add(key);
}

function sidesOf(fork: Fork, { lasts }: Standing): string[] {
  if (fork.kind === 'sequence') return fork.branches.map(({ hash }) => hash);
  return [fork.epoch, ...fork.rivals].flatMap((epoch) => lasts.get(epoch) ?? []);
}
