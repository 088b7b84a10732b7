import { newSigningKey } from '@db/packets/keys';
import type { PacketManifest } from '@domain/packets/manifest';
import { describe, expect, it } from 'vitest';
import { type Forgery, fileOf, forged, MEMBERS, rejected, retold } from './forged';
import { reallyOpened, textOf } from './support';

/** The members' file changed, and everything else told as the store would. */
const withMembers = (change: (text: string) => string, rows?: number): Forgery => {
  let content = Buffer.alloc(0);
  return {
    parts: (parts) => {
      content = Buffer.from(change(String(parts.get(MEMBERS))));
      parts.set(MEMBERS, content);
    },
    manifest: (manifest) => retold(manifest, MEMBERS, content, rows),
  };
};

describe('exchange, Packet: a packet that is right in all but one thing', () => {
  it('is taken when nothing is wrong with it: the forger makes real packets', async () => {
    expect(await rejected(await forged({}))).toBe('taken');
  });

  it.each<[string, Forgery, RegExp]>([
    ['signed by another key', { signingKey: newSigningKey() }, /^signature/],
    [
      'names another key',
      { manifest: (m) => ({ ...m, keyId: '0000-0000-0000-0000-0000' }) },
      /^schema: .*key/,
    ],
    [
      'of a store that nobody registered',
      { manifest: (m) => ({ ...m, store: { ...m.store, id: crypto.randomUUID() } }) },
      /^unregistered/,
    ],
    ['manifest not canonical', { text: (m) => JSON.stringify(m, null, 1) }, /^schema: .*canonical/],
    [
      'a field twice in the manifest',
      { text: (m) => JSON.stringify(m).replace('{', '{"format":"shuke-packet",') },
      /^schema: .*canonical/,
    ],
    ['manifest of something else', { manifest: () => ({ format: 'other' }) }, /^not_a_packet/],
    ['manifest is no JSON', { text: () => '{' }, /^not_a_packet/],
    [
      'of a future major version',
      { manifest: (m) => ({ ...m, version: { major: 2, minor: 0 }, store: { id: 'x' } }) },
      /^version_newer: packet version 2\.0/,
    ],
    [
      'an epoch that leads elsewhere',
      { manifest: (m) => ({ ...m, epoch: '../../' }) },
      /^schema: manifest: epoch/,
    ],
    [
      'first of its epoch, but follows one',
      { manifest: (m) => ({ ...m, previous: 'ab'.repeat(32) }) },
      /^schema: .*follows none/,
    ],
    [
      'second of its epoch, but follows none',
      { manifest: (m) => ({ ...m, sequence: 2 }) },
      /^schema: .*follows none/,
    ],
    ['first of its epoch, but a delta', { manifest: (m) => ({ ...m, kind: 'delta' }) }, /^schema: .*full/],
    [
      'an epoch after itself',
      { manifest: (m) => ({ ...m, parent: { epoch: m.epoch, sequence: 1, hash: 'ab'.repeat(32) } }) },
      /^schema: .*itself/,
    ],
    ['more entries than rows', { manifest: (m) => ({ ...m, lastEntry: 10 }) }, /^schema: .*differ/],
    [
      'entries end before they begin',
      { manifest: (m) => ({ ...m, lastEntry: 0, firstEntry: 2 }) },
      /^schema: .*before they begin/,
    ],
    [
      'a figure that is none',
      { manifest: (m) => ({ ...m, figures: { ...m.figures, members: -1 } }) },
      /^schema: .*figures\.members/,
    ],
    [
      'a file named twice',
      { manifest: (m) => ({ ...m, files: [...m.files, { ...m.files[6], rows: 0 }] }) },
      /^schema: .*twice/,
    ],
    [
      'a file under the name of another kind',
      {
        manifest: (m) => ({
          ...m,
          files: m.files.map((f) => (f.kind === 'refund' ? { ...f, kind: 'points' } : f)),
        }),
      },
      /^schema: .*another kind/,
    ],
    [
      'rows of a kind that its own version does not have',
      {
        manifest: (m) => ({
          ...m,
          files: m.files.map((f) => (f.kind === 'refund' ? { ...f, kind: null } : f)),
        }),
      },
      /^schema: .*unknown kind/,
    ],
    [
      'rows changed after signing',
      { parts: (parts) => parts.set(MEMBERS, swapped(parts.get(MEMBERS))) },
      /^hash: data\/member/,
    ],
    [
      'a file longer than signed',
      {
        parts: (parts) =>
          parts.set(MEMBERS, Buffer.concat([parts.get(MEMBERS) ?? Buffer.alloc(0), Buffer.from('x')])),
      },
      /^hash: .*size/,
    ],
    ['a file missing', { parts: (parts) => void parts.delete(MEMBERS) }, /^hash: .*missing/],
    [
      'a file too many',
      { parts: (parts) => void parts.set('data/more.ndjson', Buffer.from('{}\n')) },
      /^hash: data\/more.ndjson is not of this packet/,
    ],
    [
      'other sums than signed',
      {
        manifest: (m) => ({
          ...m,
          files: m.files.map((f) => (f.kind === 'points' ? { ...f, sums: { points: 121 } } : f)),
        }),
      },
      /^sums: .*points sums up to 120, not 121/,
    ],
    [
      'rows told in the wrong file',
      {
        manifest: (m) => ({
          ...m,
          files: m.files.map((f) =>
            f.kind === 'points' ? { ...f, rows: 1 } : f.kind === 'coupon' ? { ...f, rows: 2 } : f,
          ),
        }),
      },
      /^sums: .*2 rows, not 1/,
    ],
    ['a line that is no JSON', withMembers((text) => text.replace('{', '[')), /^schema: .*no JSON/],
    ['no end of its last line', withMembers((text) => text.slice(0, -1)), /^schema: .*no JSON/],
    ['a line that is no object', withMembers(() => '5\n', 2), /^schema: .*no entry/],
    [
      'a row without its key',
      withMembers((text) => text.replace('"key":"m1"', '"key":""')),
      /^schema: .*no entry/,
    ],
    ['a column missing', withMembers((text) => text.replace('"tier":"base",', '')), /^schema: .*tier/],
    [
      'a text where a number belongs',
      withMembers((text) => text.replace('1988', '"1988"')),
      /^schema: .*birth_year/,
    ],
    [
      'a day that is none',
      withMembers((text) => text.replace('2026-01-05', '5 January')),
      /^schema: .*joined_on/,
    ],
    [
      'a day that no calendar has',
      withMembers((text) => text.replace('2026-01-05', '2026-02-30')),
      /^schema: .*joined_on/,
    ],
    [
      'neither there nor gone',
      withMembers((text) => text.replace(/,"member_no".*?}/, ',"gone":0}')),
      /^schema: .*gone/,
    ],
    [
      'a name in a packet without names',
      withMembers((text) => text.replace('"name":null', '"name":"张三"')),
      /^schema: .*above the level/,
    ],
    [
      'an entry number twice',
      withMembers((text) => text.replace('"entry":2', '"entry":1')),
      /^schema: .*order/,
    ],
    [
      'an entry number of another file',
      withMembers((text) => text.replace('"entry":2', '"entry":3')),
      /^schema: .*two files/,
    ],
    [
      'an entry number beyond its last',
      withMembers((text) => text.replace('"entry":2', '"entry":200')),
      /^schema: .*order/,
    ],
  ])('%s', async (_name, forgery, why) => {
    expect(await rejected(await forged(forgery))).toMatch(why);
  });

  it('bytes that are no UTF-8', async () => {
    let content = Buffer.alloc(0);
    const path = await forged({
      parts: (parts) => {
        content = Buffer.concat([parts.get(MEMBERS) ?? content, Buffer.from([0xff, 0x0a])]);
        parts.set(MEMBERS, content);
      },
      manifest: (manifest) => retold(manifest, MEMBERS, content),
    });
    expect(await rejected(path)).toMatch(/^schema: .*UTF-8/);
  });
});

describe('exchange, Versions: minor adds, unknown fields are ignored', () => {
  it('a packet of version 1.7 with more fields, more columns, a new kind and a Parquet file is read', async () => {
    const parquet = Buffer.from([0x50, 0x41, 0x52, 0x31, 0xff, 0xfe]);
    const visits = Buffer.from('{"entry":10,"key":"v1","door":"back"}\n');
    let members = Buffer.alloc(0);
    const path = await forged({
      parts: (parts) => {
        members = Buffer.from(String(parts.get(MEMBERS)).replaceAll('"tier":', '"nickname":null,"tier":'));
        parts.set(MEMBERS, members);
        parts.set('data/visit.ndjson', visits);
        parts.set('data/member.parquet', parquet);
      },
      manifest: (manifest) => {
        const told = retold(manifest, MEMBERS, members) as PacketManifest; // one file of it told anew
        const more = [
          { ...fileOf(visits), name: 'data/visit.ndjson', kind: 'visit', rows: 1, pages: 3 },
          { ...fileOf(parquet), name: 'data/member.parquet', kind: null },
        ];
        const version = { major: 1, minor: 7 };
        return { ...told, version, lastEntry: 10, weather: 'rain', files: [...told.files, ...more] };
      },
    });
    const packet = await reallyOpened(path);
    expect(packet.manifest.version.minor).toBe(7);
    expect(packet.manifest).not.toHaveProperty('weather');
    expect(await textOf(packet.lines('member'))).toBe(String(members));
    await packet.close();
  });
});

const swapped = (content: Buffer | undefined): Buffer => Buffer.from(String(content).replace('"m1"', '"m9"'));
