import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShukeEvent } from '@contract/events';
import type { JobView } from '@contract/exchange';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../support/exports';
import type { OtherWriter } from '../../support/other-writer';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { prepareWorkers, startOwn } from '../../support/worker';
import { aFile, brokenLaws, chosen, content, ended, imported } from './support';

const manyMembers = (count: number) =>
  `姓名,手机,积分\n${Array.from({ length: count }, (_, i) => `会员${i},139${String(i).padStart(8, '0')},10`).join('\n')}\n`;

describe('long work', () => {
  let shop: TestShop;
  beforeAll(() => prepareWorkers('exchange-job'));
  beforeEach(async () => {
    shop = await aShop({ startReader: HERE.startReader });
  });
  afterEach(async () => {
    expect(brokenLaws(shop.raw())).toEqual([]);
    await shop.close();
  });

  async function begin(content: string): Promise<JobView> {
    const preview = await chosen(shop, aFile(content), 'members');
    const answer = await shop.client.exchange.runImport({
      fileId: preview.fileId,
      kind: 'members',
      reading: preview.reading,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.value;
  }
  const progress = () =>
    shop.events.flatMap((event: ShukeEvent) => (event.type === 'job-progress' ? [event.job] : []));
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resume) => setTimeout(resume, 5));
  };

  /** The counter is about to write until told to go on: a job that writes waits for it. */
  function counterWaits(): () => void {
    let begun: () => void = () => undefined;
    const { turn } = shop.main.app.session.shop().opened;
    void turn.take(() => new Promise<void>((resolve) => (begun = resolve)));
    return () => begun();
  }

  it('is one at a time, is found again by a screen that was left, and tells where it is', async () => {
    const counterGoesOn = counterWaits();
    const job = await begin(manyMembers(2000));
    expect(job).toMatchObject({ kind: 'import', state: 'running', step: 'reading' });
    expect((await shop.client.exchange.runningJob({}))?.id).toBe(job.id);
    shop.dialogs.folder = '/nowhere';
    expect(await shop.client.exchange.exportAll(EVERYTHING)).toMatchObject({
      ok: false,
      refusal: { code: 'job_running' },
    });
    expect(await shop.client.exchange.undoImport({ batchId: job.id })).toMatchObject({
      refusal: { code: 'job_running' },
    });
    counterGoesOn();
    const last = await ended(shop, job);
    expect(last).toMatchObject({ state: 'done', result: { kind: 'import', groups: { newMembers: 2000 } } });
    expect(await shop.client.exchange.runningJob({})).toBeNull();
    expect(progress().at(-1)).toEqual(last);
    expect(new Set(progress().map(({ step }) => step))).toContain('writing');
  });

  it('is cancelled without a trace', async () => {
    const before = content(shop.raw());
    const job = await begin(manyMembers(8000));
    await until(() => progress().some(({ step, done }) => step === 'writing' && done > 0));
    await shop.client.exchange.cancelJob({ jobId: job.id });
    expect(await ended(shop, job)).toMatchObject({ state: 'cancelled', result: null });
    expect(content(shop.raw())).toEqual(before);
    expect((await shop.client.exchange.imports({}))[0]?.state).toBe('cancelled');
  });

  it('is undone when its worker dies', async () => {
    const before = content(shop.raw());
    const job = await begin(manyMembers(8000));
    await until(() => progress().some(({ step, done }) => step === 'writing' && done > 0));
    const { jobs } = shop.main.app;
    // biome-ignore lint/complexity/useLiteralKeys: reaches for the thread that nobody else may reach for
    await jobs['current']?.worker?.terminate();
    expect(await ended(shop, job)).toMatchObject({ state: 'failed', failure: 'interrupted' });
    expect(content(shop.raw())).toEqual(before);
    expect(shop.reported.join()).toContain('broke off');
  });

  it('lets the counter sell', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    const job = await begin(manyMembers(3000));
    await until(() => progress().some(({ step }) => step === 'writing'));
    let sales = 0;
    let points = 0;
    while ((await shop.client.exchange.runningJob({})) !== null && sales < 50) {
      const sold = await shop.client.purchases.record(shop.request(), {
        memberId,
        gross: 1000 as never,
        receiptNo: '',
        items: [],
        redeem: 0 as never,
      });
      if (!sold.ok) throw new Error(sold.refusal.code);
      points += sold.value.earned;
      sales++;
    }
    expect(await ended(shop, job)).toMatchObject({ state: 'done' });
    expect(sales).toBeGreaterThan(5);
    expect(await shop.client.members.card({ memberId })).toMatchObject({ visits: sales, points });
  });

  it('goes on beside another thread that writes in slices without a pause', async () => {
    const { path, turn } = shop.main.app.session.shop().opened;
    const order = { path, turn: turn.shared } satisfies OtherWriter;
    const insight = await startOwn('tests/support/other-writer.ts', order);
    await once(insight, 'message');
    const before = content(shop.raw());
    const done = await ended(shop, await begin(manyMembers(500)));
    expect(done).toMatchObject({ state: 'done', result: { groups: { newMembers: 500 } } });
    shop.dialogs.folder = mkdtempSync(join(tmpdir(), 'shuke-out-'));
    const exporting = await shop.client.exchange.exportAll(EVERYTHING);
    if (!exporting.ok || exporting.value === null) throw new Error(JSON.stringify(exporting));
    expect(await ended(shop, exporting.value)).toMatchObject({ state: 'done' });
    const batchId = (await shop.client.exchange.imports({}))[0]?.id ?? '';
    const undoing = await shop.client.exchange.undoImport({ batchId });
    if (!undoing.ok) throw new Error(JSON.stringify(undoing));
    expect(await ended(shop, undoing.value)).toMatchObject({ state: 'done' });
    expect(content(shop.raw())).toEqual(before);
    await insight.terminate();
  });

  it('says at which line a file stops being a table, and has written nothing', async () => {
    const before = content(shop.raw());
    const job = await imported(shop, aFile(`${manyMembers(5)}"钱七,13700000002\n`), { kind: 'members' });
    expect(job).toMatchObject({ state: 'failed', failure: 'file_unreadable' });
    expect(job.failureLine).toBeGreaterThanOrEqual(7);
    expect(content(shop.raw())).toEqual(before);
    expect(await shop.client.exchange.imports({})).toEqual([]);
  });

  it('does not outlive its store', async () => {
    await begin(manyMembers(8000));
    await until(() => progress().some(({ step, done }) => step === 'writing' && done > 0));
    await shop.main.app.jobs.stop();
    expect(await shop.client.exchange.runningJob({})).toBeNull();
    expect(content(shop.raw()).members).toBe(0);
  });
});
