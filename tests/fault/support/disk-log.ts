import { readFileSync } from 'node:fs';

/** One call that has changed the disk, made a change durable, or told the world something; in the order in which they happened. */
export type DiskCall =
  | { readonly kind: 'create' | 'mkdir'; readonly inode: number; readonly path: string }
  | { readonly kind: 'write'; readonly inode: number; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly size: number }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink' | 'rmdir'; readonly path: string }
  | { readonly kind: 'ack'; readonly said: unknown };

/** The numbers of `shim/disk.c`. */
const KINDS = [
  'create',
  'write',
  'truncate',
  'sync',
  'rename',
  'unlink',
  'mkdir',
  'rmdir',
  'foreign',
] as const;
const HEAD_BYTES = 32;

/** What the shim has recorded; paths are relative to its root. Throws when a call was made that it cannot record. */
export function readDiskLog(path: string): DiskCall[] {
  const log = readFileSync(path);
  const calls: DiskCall[] = [];
  const acks = { inode: -1, rest: '' };
  for (let at = 0; at < log.length; ) {
    const kind = KINDS[log.readUInt32LE(at) - 1];
    const pathLength = log.readUInt32LE(at + 4);
    const inode = Number(log.readBigUInt64LE(at + 8));
    const offset = Number(log.readBigUInt64LE(at + 16));
    const dataLength = Number(log.readBigUInt64LE(at + 24));
    const name = log.toString('utf8', at + HEAD_BYTES, at + HEAD_BYTES + pathLength);
    const data = log.subarray(at + HEAD_BYTES + pathLength, at + HEAD_BYTES + pathLength + dataLength);
    at += HEAD_BYTES + pathLength + dataLength;
    if (name === 'acks') acks.inode = inode;
    else if (inode === acks.inode) calls.push(...acksIn(acks, data));
    else calls.push(callOf(kind, { inode, offset, path: name, data }));
  }
  return calls;
}

function callOf(
  kind: (typeof KINDS)[number] | undefined,
  { inode, offset, path, data }: { inode: number; offset: number; path: string; data: Buffer },
): DiskCall {
  switch (kind) {
    case 'create':
    case 'mkdir':
      return { kind, inode, path };
    case 'write':
      return { kind, inode, offset, data };
    case 'truncate':
      return { kind, inode, size: offset };
    case 'sync':
      return { kind, inode };
    case 'rename':
      return { kind, path, to: data.toString('utf8') };
    case 'unlink':
    case 'rmdir':
      return { kind, path };
    default:
      throw new Error(`a call that the recording does not hold: ${kind ?? 'unknown'}`);
  }
}

/** Lines that are whole by now. */
function acksIn(acks: { rest: string }, data: Buffer): DiskCall[] {
  const lines = (acks.rest + data.toString('utf8')).split('\n');
  acks.rest = lines.pop() ?? '';
  return lines.map((line) => ({ kind: 'ack', said: JSON.parse(line) as unknown }));
}
