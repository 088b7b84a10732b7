import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKET_CAPS } from '@db/packets/caps';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  encryptedFile,
  type Forgery,
  fileOf,
  forged,
  honestParts,
  MEMBERS,
  rejected,
  retold,
  zipOf,
} from './forged';
import { aFolder, opened, textOf, written } from './support';

describe('exchange, Packet: a ZIP that wants to be more than it is', () => {
  const entries = (change: NonNullable<Forgery['entries']>) => forged({ entries: change });

  it.each(['../../outside.ndjson', '/etc/passwd', 'C:\\outside', 'data/../../x.ndjson'])(
    'zip-slip: %s',
    async (name) => {
      const path = await forged({ parts: (parts) => void parts.set(name, Buffer.from('x')) });
      expect(await rejected(path)).toMatch(/^hash: .* is not of this packet/);
      const named = await forged({
        parts: (parts) => void parts.set(name, Buffer.from('x')),
        manifest: (m) => ({ ...m, files: [...m.files, { ...fileOf('x'), name, kind: null }] }),
      });
      expect(await rejected(named)).toMatch(/^schema: manifest: files\.7\.name/);
    },
  );

  it.each<[string, Promise<string> | (() => Promise<string>), RegExp]>([
    ['two files of one name', () => entries((all) => [...all, ...all.slice(0, 1)]), /twice/],
    [
      'one name in the directory, another at the file',
      () =>
        entries((all) =>
          all.map((one) =>
            one.name === MEMBERS ? { ...one, says: { localName: 'data/nember.ndjson' } } : one,
          ),
        ),
      /two names/,
    ],
    [
      'stored instead of deflated',
      () => entries((all) => all.map((one) => ({ ...one, says: { method: 0 } }))),
      /strange way/,
    ],
    [
      'more files than a packet has',
      () =>
        entries((all) => [
          ...all,
          ...Array.from({ length: 70 }, (_, n) => ({ name: `${n}`, content: Buffer.alloc(1) })),
        ]),
      /not where it should be/,
    ],
    [
      'something between the files',
      async () =>
        encryptedFile(
          zipOf(
            [...(await honestParts())].map(([name, content]) => ({ name, content })),
            Buffer.from('hidden'),
          ),
        ),
      /not where it should be/,
    ],
    [
      'something behind it',
      () => encryptedFile(Buffer.concat([zipOf([]), Buffer.from('x')])),
      /no directory|should be/,
    ],
    ['no ZIP at all', () => encryptedFile(Buffer.from('hello')), /too short/],
    ['an empty one', () => encryptedFile(zipOf([])), /no signed manifest/],
    ['nothing inside', () => encryptedFile(Buffer.alloc(0)), /too short/],
  ])('%s', async (_name, path, why) => {
    const why2 = await rejected(await (typeof path === 'function' ? path() : path));
    expect(why2).toMatch(/^not_a_packet/);
    expect(why2).toMatch(why);
  });

  it('unpacks to more than it says: stopped at what it says', async () => {
    const lie = { size: 1000 };
    const bomb = Buffer.alloc(4_000_000, 0x20);
    const path = await forged({
      parts: (parts) => void parts.set(MEMBERS, bomb),
      manifest: (m) => ({
        ...m,
        files: m.files.map((f) => (f.name === MEMBERS ? { ...f, bytes: 1000 } : f)),
      }),
      entries: (all) => all.map((one) => (one.name === MEMBERS ? { ...one, says: lie } : one)),
    });
    expect(await rejected(path)).toMatch(/^not_a_packet: .*member.*does not unpack to what it says/);
    // The same where it goes through a stream.
    const streamed = await forged({
      parts: (parts) => void parts.set(MEMBERS, base64Lines(2_250_000)),
      manifest: (m) => ({
        ...m,
        files: m.files.map((f) => (f.name === MEMBERS ? { ...f, bytes: 2_000_000 } : f)),
      }),
      entries: (all) =>
        all.map((one) => (one.name === MEMBERS ? { ...one, says: { size: 2_000_000 } } : one)),
    });
    expect(await rejected(streamed)).toMatch(/^not_a_packet: .*larger than it says/);
  });

  it('a bomb: unpacks to hundreds of times its size', async () => {
    const bomb = Buffer.alloc(8_000_000, 0x20);
    const path = await forged({
      parts: (parts) => void parts.set(MEMBERS, bomb),
      manifest: (m) => retold(m, MEMBERS, bomb),
    });
    expect(await rejected(path)).toMatch(/^too_large: .*unpacked|^too_large: .*packed/);
  });

  it.each([
    ['the file', { file: 1000 }, /^too_large: \d+ bytes$/],
    ['all files together', { inflated: 2000 }, /^too_large: .*unpacked/],
    ['the manifest', { manifest: 500 }, /^too_large: manifest\.json/],
  ] as const)('larger than allowed: %s', async (_name, cap, why) => {
    const { path } = await written();
    expect(await rejected(path, { ...PACKET_CAPS, ...cap })).toMatch(why);
  });

  it('a line without an end is not gathered', async () => {
    const long = Buffer.from(`"${noise(300_000).toString('hex')}"`);
    const path = await forged({
      parts: (parts) => void parts.set(MEMBERS, long),
      manifest: (m) => retold(m, MEMBERS, long),
    });
    expect(await rejected(path)).toMatch(/^too_large: .*a line of/);
  });

  it('an age header without an end is not gathered', async () => {
    const path = join(aFolder(), 'header.shuke');
    writeFileSync(path, `age-encryption.org/v1\n-> X25519 ${'A'.repeat(200_000)}`);
    expect(await rejected(path)).toMatch(/^damaged: .*no end/);
  });

  it.each(['', 'PK\u0003\u0004', 'age-encryption.org/v2\n--- x', '熟客'])(
    'no age file: %j',
    async (content) => {
      const path = join(aFolder(), 'some.shuke');
      writeFileSync(path, content);
      expect(await rejected(path)).toMatch(/^not_a_packet/);
    },
  );
});

describe('exchange, Packet: broken on its way', () => {
  let whole: Buffer;
  let path: string;
  beforeAll(async () => {
    ({ path } = await written());
    whole = readFileSync(path);
  });

  it('a flipped bit anywhere: header, key, nonce, rows, manifest, end', async () => {
    const copy = join(aFolder(), 'flipped.shuke');
    const places = Array.from({ length: 40 }, (_, n) => Math.floor((n * (whole.length - 1)) / 39));
    for (const [n, at] of places.entries()) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (n % 8)), at);
      writeFileSync(copy, flipped);
      expect.soft(await rejected(copy), `byte ${at}`).toMatch(/^(damaged|not_for_us|not_a_packet)/);
    }
  });

  it('cut off anywhere', async () => {
    const copy = join(aFolder(), 'cut.shuke');
    for (let n = 0; n < 15; n += 1) {
      writeFileSync(copy, whole);
      truncateSync(copy, Math.floor((n * whole.length) / 15));
      expect.soft(await rejected(copy), `cut at ${n}/15`).toMatch(/^(damaged|not_a_packet)/);
    }
  });

  it('a flipped bit in the ZIP, encrypted anew by whoever did it: refused, or nothing of it has changed', async () => {
    const parts = await honestParts();
    const zip = zipOf([...parts].map(([name, content]) => ({ name, content })));
    let refused = 0;
    for (let n = 0; n < 60; n += 1) {
      const at = Math.floor((n * (zip.length - 1)) / 59);
      const flipped = Buffer.from(zip);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (n % 8)), at);
      const packet = await opened(await encryptedFile(flipped));
      if ('code' in packet) refused += 1;
      else {
        // A date or an attribute that no reader looks at.
        expect.soft(await textOf(packet.lines('member')), `byte ${at}`).toBe(String(parts.get(MEMBERS)));
        await packet.close();
      }
    }
    expect(refused).toBeGreaterThan(40);
  });
});

/** Bytes that do not pack, the same each time. */
function noise(length: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(length / 32) }, (_, n) =>
    createHash('sha256').update(String(n)).digest(),
  );
  return Buffer.concat(pieces).subarray(0, length);
}

/** The same as lines of text. */
const base64Lines = (length: number): Buffer =>
  Buffer.from(noise(length).toString('base64').replace(/.{76}/g, '$&\n'));
