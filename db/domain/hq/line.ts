import type { PacketRef } from '../packets/manifest';
import type { SeenPacket, Settlement } from './seen';

/** Two packets that head office knows under one number: seen, or named by the one that follows. */
export interface SequenceFork {
  readonly kind: 'sequence';
  readonly epoch: string;
  readonly sequence: number;
  readonly branches: readonly { readonly hash: string; readonly seen: boolean }[];
}

/** Packets with these numbers are not here, though later ones are. Both ends count. */
export interface Missing {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
}

/** The packets of one epoch, put in a line. */
export interface Line {
  /** From the latest full on as far as one follows the other; null when no full is here. */
  readonly run: { readonly full: SeenPacket; readonly last: SeenPacket } | null;
  /** The first that nobody has settled; nothing from its number on counts. */
  readonly fork: SequenceFork | null;
  readonly missing: readonly Missing[];
  /** Hashes that a settlement ruled out, with all that follows them. */
  readonly dropped: ReadonlySet<string>;
}

type SequenceSettlement = Extract<Settlement, { kind: 'sequence' }>;

interface Known {
  readonly hash: string;
  readonly sequence: number;
  /** Null when another packet only names it. */
  readonly seen: SeenPacket | null;
}

/**
 * The line of one epoch out of the set of its packets: neither the order in which they came nor how often
 * matters. `named` are packets of this epoch that others point to (the parent of a newer epoch).
 * Source: exchange, "At head office".
 */
export function lineOf(
  epoch: string,
  packets: readonly SeenPacket[],
  named: readonly PacketRef[],
  settled: readonly SequenceSettlement[],
): Line {
  const known = knownOf(packets, named);
  const dropped = droppedBy(settled, known);
  const live = [...known.values()].filter(({ hash }) => !dropped.has(hash));
  const fork = firstFork(epoch, live);
  const before = live.filter(({ sequence }) => fork === null || sequence < fork.sequence);
  const run = runOf(before, settled, known);
  return { run, fork, missing: missingOf(epoch, before, run?.last ?? null), dropped };
}

function knownOf(packets: readonly SeenPacket[], named: readonly PacketRef[]): Map<string, Known> {
  const known = new Map<string, Known>();
  const name = (hash: string, sequence: number) => {
    if (!known.has(hash)) known.set(hash, { hash, sequence, seen: null });
  };
  for (const packet of packets)
    known.set(packet.hash, { hash: packet.hash, sequence: packet.sequence, seen: packet });
  for (const { previous, sequence } of packets) if (previous !== null) name(previous, sequence - 1);
  for (const { hash, sequence } of named) name(hash, sequence);
  return known;
}

function droppedBy(settled: readonly SequenceSettlement[], known: ReadonlyMap<string, Known>): Set<string> {
  const dropped = new Set<string>();
  for (const { hash, sequence, seen } of bySequence(known.values())) {
    const ruledOut = settled.some((one) => one.sequence === sequence && one.keep !== hash);
    const follows = seen !== null && seen.previous !== null && dropped.has(seen.previous);
    if (ruledOut || follows) dropped.add(hash);
  }
  return dropped;
}

function firstFork(epoch: string, live: readonly Known[]): SequenceFork | null {
  const at = new Map<number, Known[]>();
  for (const one of bySequence(live)) at.set(one.sequence, [...(at.get(one.sequence) ?? []), one]);
  for (const [sequence, rivals] of at) {
    if (rivals.length < 2) continue;
    const branches = rivals
      .map(({ hash, seen }) => ({ hash, seen: seen !== null }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    return { kind: 'sequence', epoch, sequence, branches };
  }
  return null;
}

function runOf(
  before: readonly Known[],
  settled: readonly SequenceSettlement[],
  known: ReadonlyMap<string, Known>,
): Line['run'] {
  const seen = bySequence(before).flatMap((one) => one.seen ?? []);
  const full = seen.findLast((packet) => packet.kind === 'full' && isOfKept(packet, settled, known));
  if (!full) return null;
  let last = full;
  for (const packet of seen) if (follows(packet, last)) last = packet;
  return { full, last };
}

const follows = (packet: SeenPacket, last: SeenPacket): boolean =>
  packet.sequence === last.sequence + 1 &&
  packet.previous === last.hash &&
  packet.firstEntry === last.lastEntry + 1;

/**
 * After a settled fork a full heals no hole unless it is shown to follow what was kept: it might be the
 * next one of the branch that was ruled out.
 */
function isOfKept(
  packet: SeenPacket,
  settled: readonly SequenceSettlement[],
  known: ReadonlyMap<string, Known>,
): boolean {
  return settled.every(({ sequence, keep }) => {
    if (packet.sequence < sequence) return true;
    let at: Known | undefined = known.get(packet.hash);
    while (at && at.sequence > sequence) at = known.get(at.seen?.previous ?? '');
    return at?.hash === keep;
  });
}

/** Every number after the last that counts and up to the last that is known of, without a packet that could follow. */
function missingOf(epoch: string, before: readonly Known[], last: SeenPacket | null): Missing[] {
  const first = (last?.sequence ?? 0) + 1;
  // A next one that is here and yet does not follow leaves out entries: it is asked for again.
  const here = bySequence(before).filter(({ seen, sequence }) => seen && sequence > first);
  const end = Math.max(0, ...before.map(({ sequence }) => sequence));
  const missing: Missing[] = [];
  let from = first;
  for (const { sequence } of here) {
    if (sequence > from) missing.push({ epoch, from, to: sequence - 1 });
    from = sequence + 1;
  }
  if (end >= from) missing.push({ epoch, from, to: end });
  return missing;
}

const bySequence = (known: Iterable<Known>): Known[] => [...known].sort((a, b) => a.sequence - b.sequence);
