import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAck } from '@db/packets/documents';
import { describe, expect, it } from 'vitest';
import { ack } from '../../electron/hq/commands/ack';
import { query } from '../../electron/hq/commands/query';
import { register } from '../../electron/hq/commands/register';
import { rules } from '../../electron/hq/commands/rules';
import { settle } from '../../electron/hq/commands/settle';
import { status } from '../../electron/hq/commands/status';
import { tidy } from '../../electron/hq/commands/tidy';
import { aFolder, BEGIN, TestOffice, TestStore } from './support';

const DAY_MS = 86_400_000;
const PAID = 'select store, sum(paid_fen) as paid from purchase_now group by store order by store';

async function paid(office: TestOffice): Promise<number[]> {
  const { answer } = await office.run(query, [PAID]);
  return (answer as { paid: number }[]).map((row) => row.paid); // as PAID asks
}

describe('exchange, ingest: any order, any number of times', () => {
  it('what counts is the sum of what the manifests of all stores say', async () => {
    const stores = [new TestStore(1), new TestStore(2)];
    const office = await new TestOffice().with(...stores);
    const sums: number[] = [];
    for (const store of stores) {
      const written = [await store.pack([100, 250]), await store.pack([7]), await store.pack([])];
      const files = written.flatMap(({ manifest }) => manifest.files);
      sums.push(files.reduce((sum, file) => sum + (file.sums.paid_fen ?? 0), 0));
    }
    const first = await office.ingest(...stores.map(({ folder }) => folder));
    expect(first).toMatchObject({ exit: 0, answer: { taken: 6, doubled: 0, refused: 0 } });
    expect(await paid(office)).toEqual(sums);
    const again = await office.ingest(...stores.map(({ folder }) => folder));
    expect(again).toMatchObject({ exit: 0, answer: { taken: 0, doubled: 6 } });
    expect(await paid(office)).toEqual(sums);
  });

  it('a later packet is held until the missing one comes, and then both count', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    const [first, second, third] = [await store.pack([1]), await store.pack([20]), await store.pack([300])];
    await office.ingest(third.path, first.path);
    expect(await paid(office)).toEqual([1]);
    const { exit, answer, said } = await office.run(status);
    expect(exit).toBe(3);
    expect(said).toContain('missing: AAAAAA 2');
    expect(answer).toMatchObject([{ missing: [{ epoch: 'AAAAAA', from: 2, to: 2 }] }]);
    await office.ingest(second.path);
    expect(await paid(office)).toEqual([321]);
  });

  it('a full heals a hole and replaces what was sent before; tidying changes no figure', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    await office.ingest((await store.pack([1])).path);
    await store.pack([20]);
    await office.ingest((await store.pack([5, 6], 'full')).path, (await store.pack([1000])).path);
    expect(await paid(office)).toEqual([1011]);
    expect(await office.run(tidy)).toMatchObject({ answer: { rows: 1 } });
    expect(await paid(office)).toEqual([1011]);
  });
});

describe('exchange, a reader checks', () => {
  it('what it cannot take is set aside with the reason, and the rest is taken', async () => {
    const [known, stranger] = [new TestStore(1), new TestStore(2)];
    const office = await new TestOffice().with(known);
    stranger.recipient = known.recipient;
    const [first, second] = [await known.pack([1]), await known.pack([2])];
    await stranger.pack([5]);
    const inbox = aFolder();
    const bytes = readFileSync(second.path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(inbox, basename(second.path)), bytes);
    copyFileSync(first.path, join(inbox, basename(first.path)));
    const { exit, answer } = await office.ingest(inbox, stranger.folder);
    expect(exit).toBe(3);
    expect(answer).toMatchObject({ taken: 1, refused: 2 });
    expect((answer as { files: { why: string }[] }).files.map(({ why }) => why).sort()).toEqual([
      'damaged',
      'unregistered',
    ]);
    const aside = readdirSync(join(office.folder, 'set-aside'));
    expect(aside.filter((name) => name.endsWith('.txt'))).toHaveLength(2);
    await office.run(register, [stranger.sheet()]);
    await office.ingest(stranger.folder, second.path);
    expect(await paid(office)).toEqual([3, 5]);
  });

  it('a sheet with another key is refused until a person has compared it', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    const other = new TestStore(2);
    Object.assign(other, { id: store.id });
    await expect(office.run(register, [other.sheet()])).rejects.toThrow('another key');
  });
});

describe('exchange, forks and epochs', () => {
  it('a cloned PC is a fork: nothing of it counts until it is settled, and then only one side', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    const first = await store.pack([1]);
    const restore = store.backup();
    const mine = [await store.pack([20]), await store.pack([300])];
    restore();
    const clone = aFolder();
    const theirs = await store.pack([4000], undefined, clone);
    await office.ingest(first.path, ...mine.map(({ path }) => path));
    expect(await paid(office)).toEqual([321]);
    await office.ingest(clone);
    expect(await paid(office)).toEqual([1]);
    const told = await office.run(status);
    expect(told.answer).toMatchObject([{ forks: [{ kind: 'sequence', sequence: 2 }] }]);
    await office.run(settle, [], { store: store.id.slice(-8), keep: theirs.manifestHash });
    expect(await paid(office)).toEqual([4001]);
    await expect(
      office.run(settle, [], { store: store.id.slice(-8), keep: theirs.manifestHash }),
    ).rejects.toThrow('no fork');
  });

  it('after a restored backup the new epoch counts, with what it says', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    await store.pack([1]);
    await store.pack([20]);
    store.beginEpoch('BBBBBB');
    await store.pack([7]);
    await office.ingest(store.folder);
    expect(await paid(office)).toEqual([7]);
  });
});

describe('exchange, ack: signed, and it says what is missing', () => {
  it('the store can check it with the card', async () => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    const first = await store.pack([1]);
    await store.pack([2]);
    const third = await store.pack([3]);
    await office.ingest(first.path, third.path);
    const out = aFolder();
    await office.run(ack, [], { out });
    const name = readdirSync(out).find((one) => one.endsWith('.shuke-ack'));
    expect(name).toBe(`ACK_${store.id.slice(-8)}_AAAAAA-000001.shuke-ack`);
    const text = readFileSync(join(out, name ?? ''), 'utf8');
    expect(readAck(text, office.card().publicKey)).toMatchObject({
      storeId: store.id,
      upto: { sequence: 1, entry: 1, hash: first.manifestHash },
      missing: [{ epoch: 'AAAAAA', from: 2, to: 2 }],
      forks: [],
      rejected: [],
    });
    expect(readFileSync(join(out, `ASK_${store.id.slice(-8)}.txt`), 'utf8')).toContain('AAAAAA-000002');
  });

  it('a store that does not send is late by its own calendar', async () => {
    const office = await new TestOffice().with(new TestStore(1));
    office.now = BEGIN + 20 * DAY_MS;
    expect(await office.run(status)).toMatchObject({ exit: 3, answer: [{ daysLate: 11, counted: null }] });
  });
});

describe('exchange, rule packets and questions', () => {
  it('rules of another shape are refused at head office, and numbers go on', async () => {
    const office = await new TestOffice().with();
    const from = join(aFolder(), 'rules.json');
    const options = { from, day: '2026-12-01', title: '年末', why: '统一' };
    writeFileSync(from, JSON.stringify({ points: { nonsense: 1 } }));
    await expect(office.run(rules, [], options)).rejects.toThrow('not right');
    writeFileSync(
      from,
      JSON.stringify({ memberDay: { weekdays: [3], monthDays: [], dates: [], percentOff: 5 } }),
    );
    expect(await office.run(rules, [], options)).toMatchObject({ exit: 0, answer: { number: 1 } });
    expect(await office.run(rules, [], options)).toMatchObject({ answer: { number: 2 } });
  });

  it('a question changes nothing and reaches no other file', async () => {
    const office = await new TestOffice().with();
    for (const sql of ['delete from store_now', `copy (select 1) to '${join(office.folder, 'x.csv')}'`])
      await expect(office.run(query, [sql])).rejects.toThrow('failed');
  });
});
