import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { publicKeyOf } from '@db/packets/keys';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type DebianPackage, debianPackage } from '../../support/debian-package.mjs';
import { aFolder, identity, STORE_KEY, written } from './support';

let age: DebianPackage | null = null;
beforeAll(async () => {
  age = await debianPackage('age');
});

/** Decrypted by the reference `age`, unpacked by `unzip`; into a folder. */
function unpacked(context: TestContext, path: string): string {
  if (!age) return context.skip('no age on this system');
  const folder = aFolder();
  writeFileSync(join(folder, 'identity'), identity);
  const zip = join(folder, 'packet.zip');
  const program = join(age.root, 'usr/bin/age');
  execFileSync(program, ['-d', '-i', join(folder, 'identity'), '-o', zip, path], { env: age.env });
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  return folder;
}

/** A program of a few lines that knows nothing of ours; throws what it objects to. */
const readBy = (folder: string, publicKey: string) =>
  execFileSync('python3', [join(import.meta.dirname, 'second-reading.py'), folder, publicKey], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

describe('exchange, Packet: a second reading with nothing of ours (age, unzip, sha256sum, Python, openssl)', () => {
  it('comes to the same: hash of the manifest, signature, hashes, rows, sums', async (context) => {
    const packet = await written();
    const sums = `${basename(packet.path)}.sha256`;
    expect(String(execFileSync('sha256sum', ['-c', sums], { cwd: dirname(packet.path) }))).toMatch(/: OK$/m);
    const folder = unpacked(context, packet.path);
    expect(JSON.parse(readBy(folder, publicKeyOf(STORE_KEY)))).toEqual({
      hash: packet.manifestHash,
      entries: 9,
    });
  });

  it('objects to another key, and to rows that were not signed', async (context) => {
    const folder = unpacked(context, (await written()).path);
    const other = publicKeyOf(Buffer.alloc(32, 9).toString('base64'));
    expect(() => readBy(folder, other)).toThrow('openssl');
    appendFileSync(join(folder, 'data/refund.ndjson'), '\n');
    expect(() => readBy(folder, publicKeyOf(STORE_KEY))).toThrow('AssertionError: data/refund.ndjson');
  });
});
