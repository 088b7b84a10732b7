import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, guessed, importWork } from '../integration/exchange/in-process';
import { brokenLaws, content, counted } from '../integration/exchange/support';
import { aStoreFile, type StoreFile } from '../support/store-file';
import { HOSTILE, laidOut } from './hostile-files';

describe('trust, hostile imports: each file alone', () => {
  let store: StoreFile;
  let folder: string;
  beforeAll(() => {
    store = aStoreFile();
    folder = mkdtempSync(join(tmpdir(), 'shuke-hostile-'));
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('there are at least 150', () => expect(HOSTILE.size).toBeGreaterThanOrEqual(150));

  it.each([...HOSTILE])('%s', async (_, hostile) => {
    const { kind, ends, why, reading: corrected } = hostile;
    const path = laidOut(hostile, folder);
    const before = content(store.raw);
    const reading = await guessed(path, kind);
    if (typeof reading === 'string') {
      expect(ends).toBe(reading);
      return;
    }
    const last = await done(store, importWork(path, kind, { ...reading, ...corrected }));
    if (last.type !== 'done' || last.result?.kind !== 'import') {
      expect({ ends, last }).toMatchObject({ ends: 'failed', last: { failure: 'file_unreadable' } });
      expect(content(store.raw), 'a failed file leaves nothing').toEqual(before);
      return;
    }
    const { groups, refusedFile, batchId } = last.result;
    // Nothing of one file may help or hinder the next.
    expect((await done(store, { kind: 'undo_import', batchId })).type).toBe('done');
    expect(content(store.raw)).toEqual(before);
    expect(kind === 'members' ? groups.newMembers : groups.newPurchases).toBe(ends);
    if (why !== undefined)
      expect(groups.refusedBy.map((reason) => reason.why).sort()).toEqual([...why].sort());
    expect(refusedFile === null).toBe(groups.refused === 0);
    if (refusedFile !== null) expectReadable(refusedFile);
  });

  it('have left every law of the ledger whole and nothing half done', () => {
    expect(brokenLaws(store.raw)).toEqual([]);
    expect(
      counted(store.raw, "select count(*) from import_batch where state not in ('undone', 'cancelled')"),
    ).toBe(0);
  });
});

/** The refused rows as a spreadsheet opens them: no cell runs, no code that pays. */
function expectReadable(file: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff"行号","原因"')).toBe(true);
  expect(text).not.toMatch(/134567890123456789|2876543210|28 7654/);
}
