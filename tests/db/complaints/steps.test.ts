import { applyStep } from '@db/complaints/commands';
import { complaintDetail } from '@db/complaints/detail';
import { complaintById, showingOf } from '@db/complaints/queries';
import type { Complaint } from '@domain/complaints/complaint';
import { decidePause, decideResume } from '@domain/complaints/pause';
import {
  decideClose,
  decideReopen,
  decideResolve,
  decideRespond,
  decideSatisfaction,
} from '@domain/complaints/steps';
import type { Stepped } from '@domain/complaints/timeline';
import { Refusal } from '@domain/refusal';
import { businessDate, type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';
import { doerAt, filed, RULES } from './filing';

const HOUR = 3_600_000;
const later = (hours: number): Instant => instant(STORE_NOW + hours * HOUR);

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

const showing = () => showingOf(store.db, { now: STORE_NOW, today: businessDate('2026-05-18') });

type Take = (complaint: Complaint, now: Instant) => Stepped | Refusal;
const respond: Take = (complaint, now) => decideRespond(complaint, { note: '已致电道歉', now }, 'wall_clock');
const resolve: Take = (complaint, now) => decideResolve(complaint, { result: '换货', now }, 'wall_clock');
const close: Take = (complaint, now) => decideClose(complaint, { cause: '受潮', measure: '冷柜存放', now });
const reopen: Take = (complaint, now) =>
  decideReopen(complaint, { reason: '又发霉', now }, RULES, 'wall_clock');
const pause: Take = (complaint, now) => decidePause(complaint, { reason: '等寄回', now });
const resume: Take = (complaint, now) => decideResume(complaint, { note: '', now }, 'wall_clock');
const ask: Take = (complaint) => decideSatisfaction(complaint, { score: 4, note: '' });

/** Answers whether the step was taken. */
async function take(complaintId: string, decide: Take, now: Instant): Promise<boolean> {
  return await store.db.transaction().execute(async (tx) => {
    const found = await complaintById(tx, complaintId);
    if (found === undefined) throw new Error('gone');
    const decided = decide(found.complaint, now);
    if (decided instanceof Refusal) return false;
    await applyStep(tx, complaintId, decided, doerAt(now));
    // What was decided is what the row says when it is read again.
    expect((await complaintById(tx, complaintId))?.complaint).toEqual(decided.complaint);
    return true;
  });
}

describe('the timeline of a complaint', () => {
  it('S71 keeps content, process and result, each step with its staff, and S68 explains each due time', async () => {
    const { complaintId } = await filed(store, STORE_NOW, { wish: '退款' });
    await take(complaintId, respond, later(2));
    await take(complaintId, resolve, later(5));
    await take(complaintId, close, later(30));
    await take(complaintId, reopen, later(40));

    const detail = await complaintDetail(store.db, complaintId, await showing());
    expect(detail?.timeline.map(({ kind, note, at, staffName }) => ({ kind, note, at, staffName }))).toEqual([
      { kind: 'logged', note: '', at: STORE_NOW, staffName: '店主' },
      { kind: 'responded', note: '已致电道歉', at: later(2), staffName: '店主' },
      { kind: 'resolved', note: '换货', at: later(5), staffName: '店主' },
      { kind: 'closed', note: '受潮\n冷柜存放', at: later(30), staffName: '店主' },
      { kind: 'reopened', note: '又发霉', at: later(40), staffName: '店主' },
    ]);
    expect(detail?.timeline.flatMap(({ due }) => due)).toEqual([
      { clock: 'response', at: later(24), from: STORE_NOW, hours: 24, storeHours: false },
      { clock: 'resolution', at: later(168), from: STORE_NOW, hours: 168, storeHours: false },
      { clock: 'response', at: later(64), from: later(40), hours: 24, storeHours: false },
    ]);
    expect(detail).toMatchObject({
      state: 'reopened',
      wish: '退款',
      respondedAt: null,
      result: '',
      cause: '',
    });
  });

  it('S71 cannot be rewritten or deleted, whoever asks', async () => {
    const { complaintId } = await filed(store, STORE_NOW);
    const sql = (text: string) => () => store.raw.prepare(text).run(complaintId);
    expect(sql('update complaint_event set at = at + 1 where complaint_id = ?')).toThrow('append-only');
    // Only with the person whose words they are, once that person is erased.
    expect(sql("update complaint_event set note = '' where complaint_id = ?")).toThrow(
      'words go with the person only',
    );
    expect(sql('delete from complaint_event where complaint_id = ?')).toThrow('append-only');
    expect(sql('delete from complaint where id = ?')).toThrow('never deleted');
  });
});

describe('the table', () => {
  it('S71 refuses a row that no decided step makes', async () => {
    const { complaintId } = await filed(store, STORE_NOW);
    const set = (columns: string) => () =>
      store.raw.prepare(`update complaint set ${columns} where id = ?`).run(complaintId);
    expect(set("state = 'responded'")).toThrow('CHECK');
    expect(set("state = 'resolved', responded_at = 1, resolved_at = 1")).toThrow('CHECK');
    expect(set("state = 'closed', responded_at = 1, resolved_at = 1, closed_at = 1, result = 'r'")).toThrow(
      'CHECK',
    );
    expect(set('resolved_at = 1')).toThrow('CHECK');
    expect(set("reason_group = 'weather'")).toThrow('CHECK');
    expect(set('satisfaction = 6')).toThrow('CHECK');
    expect(
      set(
        "state = 'resolved', responded_at = 1, first_responded_at = 1, resolved_at = 1, result = 'r', paused_at = 1",
      ),
    ).toThrow('CHECK');
  });

  it('takes every row that any order of steps makes', async () => {
    const moves = fc.array(
      fc.record({
        decide: fc.constantFrom(respond, resolve, close, reopen, pause, resume, ask),
        wait: fc.integer({ min: 0, max: 300 }),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (asked) => {
        const { complaintId } = await filed(store, STORE_NOW);
        let hours = 0;
        let taken = 1;
        for (const { decide, wait } of asked) {
          hours += wait;
          if (await take(complaintId, decide, later(hours))) taken += 1;
        }
        const detail = await complaintDetail(store.db, complaintId, await showing());
        expect(detail?.timeline).toHaveLength(taken);
        expect(detail?.state).toBe(stateAfter(detail?.timeline.map(({ kind }) => kind) ?? []));
      }),
      { numRuns: 150 },
    );
  });
});

/** The last step that says where a complaint stands; pauses and answers of the customer do not. */
function stateAfter(kinds: readonly string[]): string | undefined {
  const said = kinds.filter((kind) => !['paused', 'resumed', 'satisfaction'].includes(kind)).at(-1);
  return said === 'logged' ? 'open' : said;
}
