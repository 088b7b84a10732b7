import { join } from 'node:path';
import type { DiskCall } from './disk-log';

/**
 * A disk as it may be after the power has gone: what was synced is there; of the rest, anything. The model is
 * stricter than most file systems: a new name is durable only once its folder was synced, whatever was done to the file.
 */

/** Of one write that was not synced: which part of it has reached the disk. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** The file has grown, and what should be there has not arrived. */
  readonly zeros?: boolean;
}

/** Decides what of the unsynced has reached the disk. `order` counts all calls. */
export interface Choice {
  readonly write: (order: number, length: number, beyondEnd: boolean) => readonly Piece[];
  readonly truncate: (order: number) => boolean;
  /** How many of the unsynced changes of one folder, from the first on: file systems keep them in order. */
  readonly names: (orders: readonly number[]) => number;
}

/** One file after a power cut. */
export interface Image {
  /** Not to be written to, and gone with the next image. */
  readonly content: Buffer;
  /** The same only for files of one disk with the same bytes. */
  readonly mark: string;
}

type FileChange = { readonly order: number } & (
  | { readonly kind: 'write'; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly size: number }
);
interface File {
  readonly is: 'file';
  /** Which file it is, and how often what was pending became durable. */
  readonly order: number;
  syncs: number;
  durable: Buffer;
  size: number;
  pending: FileChange[];
  /** Where an image of it is made: of megabytes that are needed for a moment only the garbage would be too much. */
  torn: Buffer;
}
/** One change of names, in one folder or, for a move, in two: there as a whole or not at all. */
interface NameChange {
  readonly order: number;
  readonly steps: readonly {
    readonly folder: Folder;
    readonly gone?: string;
    readonly set?: readonly [string, Node];
  }[];
}
interface Folder {
  readonly is: 'folder';
  readonly durable: Map<string, Node>;
  readonly live: Map<string, Node>;
}
type Node = File | Folder;

const NOTHING = Buffer.alloc(0);
const aFile = (order: number): File => ({
  ...{ is: 'file', order, syncs: 0, durable: NOTHING, size: 0, pending: [], torn: NOTHING },
});
const aFolder = (): Folder => ({ is: 'folder', durable: new Map(), live: new Map() });

export class Disk {
  private readonly nodes = new Map<number, Node>();
  private readonly root = aFolder();
  /** Changes of names that no folder was synced after, in their order. */
  private names: NameChange[] = [];
  private calls = 0;
  private syncs = 0;

  /** `folders`: what is there, durably, before the first call; parents first. */
  constructor(folders: readonly { readonly path: string; readonly inode: number }[]) {
    for (const { path, inode } of folders) {
      const folder = aFolder();
      const [parent, name] = this.placeOf(path);
      parent.live.set(name, folder);
      parent.durable.set(name, folder);
      this.nodes.set(inode, folder);
    }
  }

  take(call: DiskCall): void {
    const order = ++this.calls;
    switch (call.kind) {
      case 'ack':
        return;
      case 'create':
      case 'mkdir': {
        const made: Node = call.kind === 'mkdir' ? aFolder() : aFile(order);
        this.nodes.set(call.inode, made);
        const [folder, name] = this.placeOf(call.path);
        this.rename({ order, steps: [{ folder, set: [name, made] }] });
        return;
      }
      case 'rename': {
        const [from, gone] = this.placeOf(call.path);
        const [to, name] = this.placeOf(call.to);
        const moved = from.live.get(gone);
        if (moved === undefined) throw new Error(`${call.path} is not there to be renamed`);
        const steps = [
          { folder: from, gone },
          { folder: to, set: [name, moved] as const },
        ];
        this.rename({ order, steps });
        return;
      }
      case 'unlink':
      case 'rmdir': {
        const [folder, gone] = this.placeOf(call.path);
        this.rename({ order, steps: [{ folder, gone }] });
        return;
      }
      case 'sync':
        this.sync(call.inode);
        return;
      default: {
        const file = this.nodes.get(call.inode);
        if (file?.is !== 'file') throw new Error(`a ${call.kind} to what is no file`);
        file.pending.push({ ...call, order });
      }
    }
  }

  /** What a power cut leaves, as files by path, until the next image is made; `mark` is the same for disks that are the same. */
  image(choice: Choice): { readonly files: ReadonlyMap<string, Image>; readonly mark: string } {
    const files = new Map<string, Image>();
    const kept = this.keptNames(choice);
    const marks = [String(this.syncs), ...kept.map(({ order }) => String(order))];
    const walk = (folder: Folder, at: string) => {
      const names = new Map(folder.durable);
      for (const { steps } of kept)
        for (const step of steps) if (step.folder === folder) applyName(names, step);
      for (const [name, node] of names) {
        if (node.is === 'folder') walk(node, join(at, name));
        else {
          const image = imageOf(node, choice);
          files.set(join(at, name), image);
          marks.push(image.mark);
        }
      }
    };
    walk(this.root, '');
    return { files, mark: marks.join(' ') };
  }

  /** Of each folder a prefix; where a move is not kept, nothing after it is, in neither of its folders. */
  private keptNames(choice: Choice): readonly NameChange[] {
    const byFolder = new Map<Folder, number[]>();
    for (const { order, steps } of this.names)
      for (const { folder } of steps) byFolder.set(folder, [...(byFolder.get(folder) ?? []), order]);
    const upTo = new Map<Folder, number>();
    for (const [folder, orders] of byFolder) upTo.set(folder, orders[choice.names(orders) - 1] ?? 0);
    const isKept = ({ order, steps }: NameChange) =>
      steps.every(({ folder }) => order <= (upTo.get(folder) ?? 0));
    const torn = (change: NameChange) =>
      !isKept(change) && change.steps.some(({ folder }) => change.order <= (upTo.get(folder) ?? 0));
    for (let change = this.names.find(torn); change !== undefined; change = this.names.find(torn))
      for (const { folder } of change.steps)
        upTo.set(folder, Math.min(upTo.get(folder) ?? 0, change.order - 1));
    return this.names.filter(isKept);
  }

  private sync(inode: number): void {
    const node = this.nodes.get(inode);
    if (node === undefined) return;
    if (node.is === 'folder') {
      this.syncNames(node);
      return;
    }
    if (node.pending.length > 0) {
      this.syncs += 1;
      node.syncs += 1;
    }
    for (const change of node.pending) applyChange(node, change);
    node.pending = [];
  }

  /** The folder's own changes, and what stands before a move out of or into it in the other folder. */
  private syncNames(synced: Folder): void {
    const upTo = new Map<Folder, number>([[synced, Number.POSITIVE_INFINITY]]);
    const isDue = ({ order, steps }: NameChange) =>
      steps.some(({ folder }) => order <= (upTo.get(folder) ?? 0));
    for (const change of [...this.names].reverse())
      if (isDue(change))
        for (const { folder } of change.steps)
          upTo.set(folder, Math.max(upTo.get(folder) ?? 0, change.order));
    const due = this.names.filter(isDue);
    if (due.length === 0) return;
    this.syncs += 1;
    for (const { steps } of due) for (const step of steps) applyName(step.folder.durable, step);
    this.names = this.names.filter((change) => !due.includes(change));
  }

  private rename(change: NameChange): void {
    for (const step of change.steps) applyName(step.folder.live, step);
    this.names.push(change);
  }

  private placeOf(path: string): [Folder, string] {
    let folder = this.root;
    const names = path.split('/');
    for (const name of names.slice(0, -1)) {
      const next = folder.live.get(name);
      if (next?.is !== 'folder') throw new Error(`${path} lies in no folder`);
      folder = next;
    }
    return [folder, names.at(-1) ?? ''];
  }
}

function applyName(names: Map<string, Node>, { gone, set }: NameChange['steps'][number]): void {
  if (gone !== undefined) names.delete(gone);
  if (set !== undefined) names.set(...set);
}

/** `durable` may be longer than the file; `size` counts. */
function applyChange(file: { durable: Buffer; size: number }, change: FileChange): void {
  if (change.kind === 'truncate') setSize(file, change.size);
  else put(file, change.offset, change.data);
}

function put(file: { durable: Buffer; size: number }, offset: number, data: Buffer): void {
  if (offset + data.length > file.size) setSize(file, offset + data.length);
  data.copy(file.durable, offset);
}

function setSize(file: { durable: Buffer; size: number }, size: number): void {
  if (size > file.durable.length) {
    const longer = Buffer.alloc(Math.max(size, 2 * file.durable.length));
    file.durable.copy(longer, 0, 0, file.size);
    file.durable = longer;
  } else if (size > file.size) file.durable.fill(0, file.size, size);
  file.size = size;
}

/** Where nothing is pending it is what the disk itself holds. */
function imageOf(file: File, choice: Choice): Image {
  const marks: (number | string)[] = [file.order, file.syncs];
  if (file.pending.length === 0)
    return { content: file.durable.subarray(0, file.size), mark: marks.join(',') };
  const made = { durable: file.torn, size: 0 };
  put(made, 0, file.durable.subarray(0, file.size));
  for (const change of file.pending) {
    if (change.kind === 'truncate') {
      if (!choice.truncate(change.order)) continue;
      marks.push(change.order);
      applyChange(made, change);
      continue;
    }
    const { order, offset, data } = change;
    for (const { from, to, zeros } of choice.write(order, data.length, offset + data.length > file.size)) {
      marks.push(order, zeros === true ? `zeros ${from}` : from, to);
      put(made, offset + from, zeros === true ? Buffer.alloc(to - from) : data.subarray(from, to));
    }
  }
  file.torn = made.durable;
  return { content: made.durable.subarray(0, made.size), mark: marks.join(',') };
}
