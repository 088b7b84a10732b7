import { hashedKey } from '@db/exchange/keys';
import { dropKeys, moveKeys, removeWaiting, sortedKeys, waitingKeys } from '@db/exchange/waiting-keys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const BATCH = 'batch';
/** More than one statement takes. */
const ROWS = 1203;

describe('keys of an import wait for its end', () => {
  let store: StoreFile;
  beforeEach(() => {
    store = aStoreFile();
    for (const id of [BATCH, 'another'])
      store.raw
        .prepare(
          `insert into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
           select ?, 'purchases', 'f', 'x', '{}', 'running', id, 1 from staff`,
        )
        .run(id);
    const keys = waitingKeys(store.raw);
    for (let n = 0; n < ROWS; n++) keys.add('purchase', hashedKey(`row ${n}`), `bill ${n}`, BATCH);
    keys.add('purchase', hashedKey('of another'), 'bill', 'another');
    keys.flush();
  });
  afterEach(() => store.close());

  /** What an import does at its end. */
  const settle = (): number[] => {
    const moved = [...sortedKeys(store.raw, BATCH)].flatMap((run) => [...moveKeys(store.raw, run)]);
    for (const _ of removeWaiting(store.raw, BATCH));
    return moved;
  };
  /** It breaks off after the first step. */
  const begin = () => {
    for (const run of sortedKeys(store.raw, BATCH)) return moveKeys(store.raw, run).next();
  };
  const stored = () =>
    store.raw
      .prepare<[string], [key: string, target: string]>(
        'select key, target_id from import_key where batch_id = ?',
      )
      .raw()
      .all(BATCH);
  const waiting = () =>
    store.raw.prepare<[], string>('select distinct batch_id from import_key_waiting').pluck().all();

  it('then all of them stand where the next import looks, and none waits any more', () => {
    expect(settle().at(-1)).toBe(ROWS);
    expect(new Map(stored())).toEqual(
      new Map(Array.from({ length: ROWS }, (_, n) => [hashedKey(`row ${n}`), `bill ${n}`])),
    );
    expect(waiting()).toEqual(['another']);
  });

  it('one that was already moved is moved again without harm: an import may have been interrupted there', () => {
    begin();
    expect(settle().at(-1)).toBe(ROWS);
    expect(stored()).toHaveLength(ROWS);
  });

  it('the key of a member who was erased meanwhile stays away: a hash does not hide a phone', () => {
    store.raw.exec(
      `insert into member (id, member_no, name, source, joined_on, created_at, updated_at, staff_id, state)
       select 'gone', '1', '', 'walk_in', '2026-05-18', 1, 1, id, 'erased' from staff`,
    );
    const keys = waitingKeys(store.raw);
    keys.add('member', hashedKey('p 138'), 'gone', BATCH);
    keys.add('purchase', hashedKey('their bill'), 'gone', BATCH);
    keys.flush();
    settle();
    expect(
      store.raw.prepare<[], string>("select kind from import_key where target_id = 'gone'").pluck().all(),
    ).toEqual(['purchase']);
  });

  it('when it is taken back, moved or not, only those of what stays are kept', () => {
    begin();
    const kept = ['bill 3', 'bill 700', `bill ${ROWS - 1}`];
    for (const _ of dropKeys(store.raw, BATCH, kept));
    expect(
      stored()
        .map(([, target]) => target)
        .sort(),
    ).toEqual([...kept].sort());
    expect(waiting()).toEqual(['another']);
  });
});
