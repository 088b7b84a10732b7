import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  hashOfFile,
  hashOfFileSoon,
  moveIntoPlace,
  moveIntoPlaceSoon,
  piecesOf,
  writeDurably,
  writeDurablyNow,
} from '@db/durable-file';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('trust, Durability: files are written beside their place, read back, and moved there whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuke-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('answers the hash and size of what the disk gives back', async () => {
    const path = join(folder, 'list.csv');
    async function* pieces() {
      yield '会员,';
      yield new Uint8Array(3_000_000);
    }
    const written = await writeDurably(path, pieces(), 0);
    const content = readFileSync(path);
    expect(written).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    });
    expect(content.length).toBe(3_000_007);
    expect(hashOfFile(path)).toBe(written.sha256);
    expect(await hashOfFileSoon(path)).toBe(written.sha256);
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  it('keeps what was there, and leaves nothing half-made, when the content breaks off', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'before');
    async function* breaking() {
      yield 'half';
      throw new Error('the store was left');
    }
    await expect(writeDurably(path, breaking(), 0)).rejects.toThrow('the store was left');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  it('copies another file; one that cannot be opened is told to whoever asked, however late, and to nobody else', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const nothing = piecesOf(from);
    await wait(20);
    await expect(writeDurably(to, nothing, 0)).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(from, new Uint8Array(3_000_000).fill(7));
    await writeDurably(to, piecesOf(from), 0);
    expect(readFileSync(to).equals(readFileSync(from))).toBe(true);
  });

  it('keeps what was there when the name cannot be taken', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'inside'), { recursive: true });
    await expect(writeDurably(path, 'new', 0)).rejects.toThrow();
    expect(() => writeDurablyNow(path, 'new', 0)).toThrow();
    expect(existsSync(join(path, 'inside'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('does not wait for what no waiting mends', async () => {
    const began = performance.now();
    const [from, to] = [join(folder, 'absent'), join(folder, 'there')];
    expect(() => moveIntoPlace(from, to, 60_000)).toThrow('ENOENT');
    await expect(moveIntoPlaceSoon(from, to, 60_000)).rejects.toThrow('ENOENT');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
