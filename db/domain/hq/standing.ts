import type { PacketRef } from '../packets/manifest';
import { type Cuts, type EpochView, epochsOf, isAncestor, isDroppedParent } from './epochs';
import { type Line, lineOf, type Missing, type SequenceFork } from './line';
import type { SeenPacket, Settlement } from './seen';

/** An epoch that began while another one went on, or that has the same parent as another one. */
export interface EpochFork {
  readonly kind: 'epoch';
  /** The newer one; it does not count until a person settles it. */
  readonly epoch: string;
  readonly rivals: readonly string[];
}

export type Fork = SequenceFork | EpochFork;

/**
 * `counted`: its entries are among those that count. `replaced`: a later full or a later epoch stands in
 * its place. `held`: a packet before it is missing. `quarantined`: of a fork that nobody has settled.
 * `dropped`: of a fork, and ruled out by the person who settled it.
 */
export type PacketState = 'counted' | 'replaced' | 'held' | 'quarantined' | 'dropped';

export interface EpochStanding {
  readonly epoch: string;
  readonly startedAt: number;
  readonly parent: PacketRef | null;
  /** `waiting`: no full of it is here yet. */
  readonly state: 'counts' | 'replaced' | 'waiting' | 'quarantined' | 'dropped';
  readonly packets: number;
  /** Packets that counted and no longer do, because the store went back to an older state of itself. */
  readonly lost: number;
}

/** What of a store counts: the entries of one epoch between two numbers, both included. */
export interface Counted {
  readonly epoch: string;
  readonly fromEntry: number;
  /** One below `fromEntry` when the store has nothing at all. */
  readonly toEntry: number;
  readonly full: SeenPacket;
  readonly last: SeenPacket;
}

export interface Standing {
  /** Null as long as no full of the store counts. */
  readonly counted: Counted | null;
  /** Of every packet, by its hash. */
  readonly states: ReadonlyMap<string, PacketState>;
  readonly missing: readonly Missing[];
  readonly forks: readonly Fork[];
  /** The last packet of each epoch that nothing ruled out: names its side when a person settles a fork. */
  readonly lasts: ReadonlyMap<string, string>;
  /** In the order in which they began. */
  readonly epochs: readonly EpochStanding[];
}

/**
 * Where a store stands, out of the set of its packets and of what a person settled. A function of the
 * set: packets may come in any order and any number of times. Source: exchange, "At head office".
 *
 * The epoch that began last counts, once a full of it is here. It does not when an older one went on
 * after it began (a cloned PC) or has the same parent: that is a fork, and a person settles it.
 */
export function standingOf(seen: readonly SeenPacket[], settled: readonly Settlement[]): Standing {
  const { epochs, cuts } = epochsOf(unique(seen), settled);
  const lines = linesOf(epochs, settled);
  const judged = new Map<string, Judged>();
  let current: EpochView | null = null;
  for (const view of epochs) {
    const verdict = judge(view, epochs, lines, judged, cuts, settled);
    judged.set(view.epoch, verdict);
    if (verdict.state === 'counts') current = view;
  }
  return told(epochs, lines, judged, current);
}

interface Judged {
  readonly state: 'counts' | 'waiting' | 'quarantined' | 'dropped';
  readonly fork: EpochFork | null;
}

const lineIn = (lines: ReadonlyMap<string, Line>, epoch: string): Line =>
  lines.get(epoch) ?? { run: null, fork: null, missing: [], dropped: new Set() };

function unique(seen: readonly SeenPacket[]): SeenPacket[] {
  return [...new Map(seen.map((packet) => [packet.hash, packet])).values()];
}

function linesOf(epochs: readonly EpochView[], settled: readonly Settlement[]): Map<string, Line> {
  const parents = epochs.filter(({ isDropped }) => !isDropped).flatMap(({ parent }) => parent ?? []);
  const entries = epochs.map(({ epoch, live }): [string, Line] => {
    const named = parents.filter((parent) => parent.epoch === epoch);
    const mine = settled.filter((one) => one.kind === 'sequence').filter((one) => one.epoch === epoch);
    return [epoch, lineOf(epoch, live, named, mine)];
  });
  return new Map(entries);
}

function judge(
  view: EpochView,
  epochs: readonly EpochView[],
  lines: ReadonlyMap<string, Line>,
  judged: ReadonlyMap<string, Judged>,
  cuts: Cuts,
  settled: readonly Settlement[],
): Judged {
  const { parent } = view;
  const isDropped = view.isDropped || view.live.length === 0;
  const isOfDropped =
    parent !== null &&
    (judged.get(parent.epoch)?.state === 'dropped' ||
      isDroppedParent(parent, cuts, lineIn(lines, parent.epoch)));
  if (isDropped || isOfDropped) return { state: 'dropped', fork: null };

  const older = epochs.filter(({ epoch }) => {
    const state = judged.get(epoch)?.state;
    return state !== undefined && state !== 'dropped';
  });
  const isKept = settled.some(
    (one) => one.kind === 'epoch' && one.epoch === view.epoch && one.keep === 'newer',
  );
  const rivals = isKept ? [] : rivalsOf(view, older, epochs, judged);
  if (rivals.length > 0) return { state: 'quarantined', fork: { kind: 'epoch', epoch: view.epoch, rivals } };
  if (parent !== null && isOfFork(parent, lines, judged)) return { state: 'quarantined', fork: null };
  return { state: lineIn(lines, view.epoch).run ? 'counts' : 'waiting', fork: null };
}

/** Epochs with the same parent, and those that went on after this one began and are no known rival themselves. */
function rivalsOf(
  view: EpochView,
  older: readonly EpochView[],
  epochs: readonly EpochView[],
  judged: ReadonlyMap<string, Judged>,
): string[] {
  const wentOn = (other: EpochView) =>
    !judged.get(other.epoch)?.fork &&
    other.live.some((packet) => packet.madeAt > view.startedAt && !isAncestor(packet, view, epochs));
  return older
    .filter((other) => isSameRef(other.parent, view.parent) || wentOn(other))
    .map(({ epoch }) => epoch);
}

const isSameRef = (a: PacketRef | null, b: PacketRef | null): boolean => a?.hash === b?.hash;

/** Whether the parent is itself in a fork that nobody has settled. */
function isOfFork(
  parent: PacketRef,
  lines: ReadonlyMap<string, Line>,
  judged: ReadonlyMap<string, Judged>,
): boolean {
  const { fork } = lineIn(lines, parent.epoch);
  return (
    judged.get(parent.epoch)?.state === 'quarantined' || (fork !== null && parent.sequence >= fork.sequence)
  );
}

function told(
  epochs: readonly EpochView[],
  lines: ReadonlyMap<string, Line>,
  judged: ReadonlyMap<string, Judged>,
  current: EpochView | null,
): Standing {
  const at = current ? epochs.indexOf(current) : -1;
  const told = epochs.map((view, index) => {
    const { state, fork } = judged.get(view.epoch) ?? { state: 'waiting', fork: null };
    const isReplaced = index < at && state !== 'dropped' && fork === null;
    return { view, line: lineIn(lines, view.epoch), fork, state: isReplaced ? 'replaced' : state } as const;
  });
  // A fork of an epoch that was replaced says that there is a second PC: somebody must still look after it.
  const forks = told.flatMap(({ state, fork, line }): Fork[] => [
    ...(fork ? [fork] : []),
    ...(line.fork && state !== 'dropped' ? [line.fork] : []),
  ]);
  const open = told.filter(({ state }) => state === 'counts' || state === 'waiting');
  const run = current ? lineIn(lines, current.epoch).run : null;
  return {
    counted: run && {
      epoch: run.full.epoch,
      fromEntry: run.full.firstEntry,
      toEntry: run.last.lastEntry,
      ...run,
    },
    states: new Map(told.flatMap(({ view, line, state }) => statesOf(view, line, state))),
    lasts: new Map(
      epochs.flatMap(({ epoch, live }) => live.slice(-1).map(({ hash }) => [epoch, hash] as const)),
    ),
    missing: open.flatMap(({ line }) => line.missing),
    forks,
    epochs: told.map(({ view, state }) => ({
      epoch: view.epoch,
      startedAt: view.startedAt,
      parent: view.parent,
      state,
      packets: view.packets.length,
      lost: state === 'replaced' && current ? lostOf(view, current, epochs) : 0,
    })),
  };
}

function statesOf(view: EpochView, line: Line, epoch: EpochStanding['state']): [string, PacketState][] {
  const live = new Set(view.live);
  return view.packets.map((packet) => {
    const isDropped = epoch === 'dropped' || line.dropped.has(packet.hash) || !live.has(packet);
    return [packet.hash, isDropped ? 'dropped' : stateOf(packet, line, epoch)];
  });
}

function stateOf(packet: SeenPacket, { run, fork }: Line, epoch: EpochStanding['state']): PacketState {
  if (epoch === 'quarantined' || epoch === 'replaced') return epoch;
  if (fork && packet.sequence >= fork.sequence) return 'quarantined';
  if (!run || packet.sequence > run.last.sequence) return 'held';
  return packet.sequence < run.full.sequence ? 'replaced' : 'counted';
}

function lostOf(view: EpochView, current: EpochView, epochs: readonly EpochView[]): number {
  return view.live.filter((packet) => !isAncestor(packet, current, epochs)).length;
}
