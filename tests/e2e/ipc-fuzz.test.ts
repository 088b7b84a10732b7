import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { CALL_RATE, CallLimit } from '../../electron/main/call-limit';
import { type HostileCall, hostileCallsTo, isCounted, mustFail } from '../support/hostile-calls';
import { booksIn, brokenLaws } from './support/books';
import { expect, type Shuke, test } from './support/launch';
import { ask } from './support/till';
import { enterSample } from './support/tour';

const CALLS = Number(process.env.SHUKE_FUZZ_CALLS ?? 20_000);
const SEED = Number(process.env.SHUKE_FUZZ_SEED ?? 20261122);
const BATCH = 250;
/** While main answers one batch the next is made, sent and waits: no more than these two arrive at once. */
const WAITING = 2 * BATCH;
/** Below what main lets in by what may arrive late, and by what the page asks on its own account. */
const PACE = { ...CALL_RATE, burst: CALL_RATE.burst - 2 * WAITING };
/** More at once than main lets in, even were it to answer each for a millisecond. */
const FLOOD = 5_000;
/** Code and answers that are remembered; a leak of one call in ten would be more by far. */
const GROWTH_MB = 60;

/** What a page that has been taken over can do is call; main must stand that. Source: trust, "IPC fuzz". */
test(`${CALLS} hostile calls from the real page: nothing malformed is accepted, nothing in the books changes`, async ({
  launch,
}) => {
  test.slow();
  const shuke = await launch();
  const { page } = shuke;
  await enterSample(page);
  const hostileCalls = hostileCallsTo({ ids: await someIds(page) });
  const before = await heapOf(shuke);
  const accepted: HostileCall[] = [];
  const ends: Record<string, number> = {};
  const send = async (calls: readonly HostileCall[]) => {
    for (const [at, end] of (await answersTo(page, calls)).entries()) {
      const call = calls[at];
      ends[end] = (ends[end] ?? 0) + 1;
      if (call !== undefined && (end === 'ok' || end === 'refusal') && mustFail(call)) accepted.push(call);
    }
  };
  const pace = new CallLimit(PACE, performance.now());
  let asked = 0;
  let sent: Promise<void> = Promise.resolve();
  for (let batch = 0; asked < CALLS; batch += 1) {
    const calls = hostileCalls(Math.min(BATCH, CALLS - asked), SEED + batch);
    asked += calls.length;
    for (const call of calls) while (isCounted(call) && !pace.take(performance.now())) await sleep(5);
    const before = sent;
    sent = send(calls);
    await before;
  }
  await sent;
  test.info().annotations.push({ type: 'fuzz', description: JSON.stringify({ asked, seed: SEED, ends }) });
  expect(accepted.slice(0, 5)).toEqual([]);
  expect(ends['denied too_many'], 'too fast for the limit: these have not tried anything').toBeUndefined();
  expect(ends.fault, 'most of them got as far as the contract').toBeGreaterThan(CALLS / 2);
  expect((await heapOf(shuke)) - before, 'MB more on the heap of main').toBeLessThan(GROWTH_MB);

  // Faster than that main does not let it in; a moment later it serves, and whoever looks at the books finds what was there.
  const question: HostileCall = { channel: 'settings.store', payload: { input: {} } };
  const flood = await answersTo(page, new Array<HostileCall>(FLOOD).fill(question));
  expect(new Set(flood)).toEqual(new Set(['ok', 'denied too_many']));
  expect(flood.indexOf('denied too_many'), 'calls in one go').toBeGreaterThan(CALL_RATE.burst / 2);
  await expect.poll(() => answersTo(page, [question])).toEqual(['ok']);
  expect(await ask(page, 'settings.store', {})).toMatchObject({ state: 'open', sample: true });
  const acts = await shuke.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(acts).toBe(1);
  await shuke.close();
  const books = booksIn(shuke.userData, 'sample');
  try {
    expect(brokenLaws(books)).toEqual({});
    const written = books.all<{ act: string }>(
      'select act from audit_entry where staff_id is not null and request_id is not null group by act',
    );
    expect(written, 'no command has gone through').toEqual([]);
  } finally {
    books.close();
  }
});

/** How main ended each call: `ok`, `refusal`, `denied` and why, `fault`, or `thrown` for what cannot even be sent. */
const answersTo = (page: Page, calls: readonly HostileCall[]): Promise<string[]> =>
  page.evaluate(
    (given) =>
      Promise.all(
        given.map(async ({ channel, payload }) => {
          try {
            const answer: Record<string, unknown> = await window.shuke.invoke(channel as string, payload);
            if (answer.ok === true) return 'ok';
            if (answer.denied !== undefined) return `denied ${(answer.denied as { code: string }).code}`;
            return Object.keys(answer).find((key) => key !== 'ok') ?? 'nothing';
          } catch {
            return 'thrown';
          }
        }),
      ),
    calls as HostileCall[],
  );

/** Of members and staff that are really there: a stranger's id would stop most calls at the first look. */
async function someIds(page: Page): Promise<string[]> {
  const members = await ask<{ id: string }[]>(page, 'members.recent', {});
  const staff = await ask<{ id: string }[]>(page, 'staff.list', {});
  return [...members.slice(0, 10), ...staff].map(({ id }) => id);
}

const heapOf = ({ app }: Shuke): Promise<number> =>
  app.evaluate(() => process.memoryUsage().heapUsed / 2 ** 20);
