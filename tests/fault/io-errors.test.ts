import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { FailingFound, FailingOrder, SubjectName } from './children/failing-disk';
import { FAULTS, FaultControl, SILENT } from './support/fault-control';
import { isLong } from './support/figure';
import { bar, measure } from './support/measure';
import { childFile, shimFile } from './support/tools';

/** So many calls the fast bar tries of each fault; the long one tries every call. */
const MOST: Readonly<Record<SubjectName, number>> = {
  sale: 40,
  closing: 12,
  migration: 16,
  backup: 16,
  export: 16,
  import: 16,
  packet: 16,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-failing-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('trust, I/O errors at each call, once and from then on', () => {
  it.each(Object.keys(MOST) as SubjectName[])(
    '%s: nothing is said to be done that is not, and all can be read afterwards',
    async (subject) => {
      const what = { test: `I/O errors, ${subject}`, what: 'failing calls', bar: bar(1, 1) };
      await measure(what, async ({ seed }) => {
        const found = await fail(subject, { seed, faults: FAULTS, most: isLong ? null : MOST[subject] });
        return {
          n: found.tries,
          failures: found.failures,
          notes: [
            `of ${found.calls} calls that EIO, ENOSPC and short writes can meet`,
            `slowest answer ${found.slowestMs.toFixed(0)} ms`,
          ],
        };
      });
    },
  );

  it('would see a wrong success: a disk that drops what it has taken is found out', async () => {
    const { seed } = bar(0, 0);
    const what = { test: 'I/O errors, control', what: 'dropped writes', bar: { n: 1, seed } };
    await measure(what, async () => {
      const found = await fail('sale', { seed, faults: [SILENT], most: 20 });
      const seen = found.failures.length;
      return {
        n: found.tries,
        failures: seen > 0 ? [] : ['a lost sale is not seen, so the suite proves nothing'],
        notes: [`${seen} lost or damaged`],
      };
    });
  });
});

async function fail(
  subject: SubjectName,
  how: Pick<FailingOrder, 'seed' | 'faults' | 'most'>,
): Promise<FailingFound> {
  const failing = join(folder, subject);
  const control = join(folder, `${subject}.control`);
  mkdirSync(failing);
  FaultControl.make(control);
  const order: FailingOrder = { subject, folder: failing, control, ...how };
  const child = spawn(process.execPath, [childFile('failing-disk'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LD_PRELOAD: shimFile(),
      SHUKE_DISK_ROOT: failing,
      SHUKE_DISK_CONTROL: control,
    },
  });
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  rmSync(failing, { recursive: true });
  if (code !== 0) throw new Error(`the child ended with ${code}: ${errors}`);
  return JSON.parse(said) as FailingFound; // by failing-disk
}
