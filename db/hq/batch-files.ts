import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PacketKindName } from '../domain/packets/entries';
import { writeWhole } from '../durable-file';
import type { Batch, EntryRange } from './engine';
import { factColumns } from './tables';

interface Open {
  readonly path: string;
  readonly file: number;
  readonly columns: readonly string[];
  text: string;
}

/** Of the packet's own: where a row is from, head office says. */
const carried = (kind: PacketKindName): string[] =>
  factColumns(kind)
    .map(({ name }) => name)
    .filter((name) => name !== 'store' && name !== 'epoch');

/** Characters that are gathered before they go to the disk. */
const PIECE = 1024 * 1024;

/** The rows of many packets in one file a kind, each row with the store and the epoch it is of. */
export class BatchFiles {
  private readonly folder: string;
  private readonly packets: EntryRange[] = [];
  private readonly open = new Map<PacketKindName, Open>();
  private count = 0;

  /** `place`: a folder that is emptied when the program ends. */
  constructor(place: string) {
    this.folder = mkdtempSync(join(place, 'batch-'));
  }

  get rows(): number {
    return this.count;
  }

  get size(): number {
    return this.packets.length;
  }

  begin(range: EntryRange): void {
    this.packets.push(range);
  }

  /**
   * Whole lines of a packet. Each is written anew with nothing but the declared columns: a line may carry
   * more, and what it carries must never pass for the store or the epoch it is of.
   */
  add(kind: PacketKindName, lines: string, range: EntryRange): void {
    const at = this.open.get(kind) ?? this.opened(kind);
    const head = `{"store":${JSON.stringify(range.store)},"epoch":${JSON.stringify(range.epoch)}`;
    for (const line of lines.split('\n')) {
      if (line === '') continue;
      const entry = JSON.parse(line) as Readonly<Record<string, unknown>>; // checked when it was opened
      at.text += head;
      for (const name of at.columns)
        if (entry[name] !== undefined) at.text += `,"${name}":${JSON.stringify(entry[name])}`;
      at.text += '}\n';
      this.count += 1;
    }
    if (at.text.length < PIECE) return;
    writeWhole(at.file, Buffer.from(at.text));
    at.text = '';
  }

  /** All lines on the disk; nothing can be added any more. */
  batch(): Batch {
    const files = [...this.open].map(([kind, { path, file, text }]): [PacketKindName, string] => {
      writeWhole(file, Buffer.from(text));
      closeSync(file);
      return [kind, path];
    });
    this.open.clear();
    return { packets: this.packets, files: new Map(files) };
  }

  remove(): void {
    for (const { file } of this.open.values()) closeSync(file);
    this.open.clear();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private opened(kind: PacketKindName): Open {
    const path = join(this.folder, `${kind}.ndjson`);
    const made = { path, file: openSync(path, 'w', 0o600), columns: carried(kind), text: '' };
    this.open.set(kind, made);
    return made;
  }
}
