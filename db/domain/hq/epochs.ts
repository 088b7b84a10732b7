import type { PacketRef } from '../packets/manifest';
import type { Line } from './line';
import type { SeenPacket, Settlement } from './seen';

/** An epoch as its packets tell it. */
export interface EpochView {
  readonly epoch: string;
  /** Epoch ms UTC, by the store's clock. */
  readonly startedAt: number;
  readonly parent: PacketRef | null;
  /** In the order of their numbers. */
  readonly packets: readonly SeenPacket[];
  /** Those that no settlement between epochs ruled out. */
  readonly live: readonly SeenPacket[];
  /** A person said that it does not count. */
  readonly isDropped: boolean;
}

/** Of an epoch that a settlement cut off: the last number that still counts. */
export type Cuts = ReadonlyMap<string, number>;

/** The epochs of a store, parents first and then by when they began, with what settlements leave of them. */
export function epochsOf(
  packets: readonly SeenPacket[],
  settled: readonly Settlement[],
): { readonly epochs: readonly EpochView[]; readonly cuts: Cuts } {
  const ordered = inOrder(told(packets));
  const kept = (epoch: string) => settled.find((one) => one.kind === 'epoch' && one.epoch === epoch)?.keep;
  const cuts = new Map<string, number>();
  for (const [at, view] of ordered.entries()) {
    if (kept(view.epoch) === 'older') cuts.set(view.epoch, 0);
    if (kept(view.epoch) !== 'newer') continue;
    const branch = branchOf(view, ordered);
    for (const { epoch } of ordered.slice(0, at)) {
      cuts.set(epoch, Math.min(cuts.get(epoch) ?? Number.POSITIVE_INFINITY, branch.get(epoch) ?? 0));
    }
  }
  const epochs = ordered.map((view) => {
    const cut = cuts.get(view.epoch) ?? Number.POSITIVE_INFINITY;
    return { ...view, live: view.packets.filter(({ sequence }) => sequence <= cut), isDropped: cut === 0 };
  });
  return { epochs, cuts };
}

/** Whether `packet` is among those that the epoch was built upon, or is of the epoch itself. */
export function isAncestor(packet: SeenPacket, view: EpochView, epochs: readonly EpochView[]): boolean {
  const upTo = branchOf(view, epochs).get(packet.epoch);
  return upTo !== undefined && packet.sequence <= upTo;
}

/** Whether the packet that an epoch was built upon was ruled out. */
export function isDroppedParent(parent: PacketRef, cuts: Cuts, line: Line): boolean {
  return (
    parent.sequence > (cuts.get(parent.epoch) ?? Number.POSITIVE_INFINITY) || line.dropped.has(parent.hash)
  );
}

/** Every epoch above this one, and itself, with the last number that it was built upon. */
function branchOf(view: EpochView, epochs: readonly EpochView[]): Map<string, number> {
  const branch = new Map([[view.epoch, Number.POSITIVE_INFINITY]]);
  let parent = view.parent;
  while (parent && !branch.has(parent.epoch)) {
    const above = parent.epoch;
    branch.set(above, parent.sequence);
    parent = epochs.find(({ epoch }) => epoch === above)?.parent ?? null;
  }
  return branch;
}

function told(packets: readonly SeenPacket[]): EpochView[] {
  const groups = new Map<string, SeenPacket[]>();
  for (const packet of packets) {
    const group = groups.get(packet.epoch);
    if (group) group.push(packet);
    else groups.set(packet.epoch, [packet]);
  }
  return [...groups].map(([epoch, group]) => {
    const sorted = group.toSorted((a, b) => a.sequence - b.sequence || (a.hash < b.hash ? -1 : 1));
    // All packets of an epoch say the same about it; were they not to, the first one is believed.
    const first = sorted[0];
    return {
      epoch,
      startedAt: first?.epochStartedAt ?? 0,
      parent: first?.parent ?? null,
      packets: sorted,
      live: sorted,
      isDropped: false,
    };
  });
}

/** By when they began; a clock that was put back never puts a child before its parent. */
function inOrder(views: readonly EpochView[]): EpochView[] {
  const left = views.toSorted((a, b) => a.startedAt - b.startedAt || (a.epoch < b.epoch ? -1 : 1));
  const ordered: EpochView[] = [];
  while (left.length > 0) {
    const isFree = ({ parent }: EpochView) => !left.some(({ epoch }) => epoch === parent?.epoch);
    // Epochs that name each other in a circle cannot be made by a store; the first stands first.
    const next = left.findIndex(isFree);
    ordered.push(...left.splice(Math.max(0, next), 1));
  }
  return ordered;
}
