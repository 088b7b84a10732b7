import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Histories } from '@domain/insights/history';
import type { PurchaseHistory } from '@domain/insights/models/purchase-history';

/** A bill: its day since 1970-01-01, and fen (1,000 where money does not matter). */
export type Bill = readonly [day: number, fen?: number];

/** The histories of members with these bills, in the order of their days. */
export function store(members: readonly (readonly Bill[])[]): Histories {
  const start = new Int32Array(members.length + 1);
  for (const [i, bills] of members.entries()) start[i + 1] = (start[i] ?? 0) + bills.length;
  const all = members.flat();
  return {
    n: Int32Array.from(members, (_, i) => i + 1),
    joined: Int32Array.from(members, (bills) => bills[0]?.[0] ?? 0),
    start,
    day: Int32Array.from(all, ([day]) => day),
    fen: Float64Array.from(all, ([, fen = 1000]) => fen),
  };
}

/** Members who bought on these days. */
export const visits = (...members: readonly (readonly number[])[]): Histories =>
  store(members.map((days) => days.map((day) => [day])));

/** Histories told by x, t_x, T in days and the money of the repeat purchases in fen. */
export const histories = (
  rows: readonly (readonly [x: number, lastDays: number, ageDays: number, repeatFen?: number])[],
): PurchaseHistory => ({
  repeats: Int32Array.from(rows, ([x]) => x),
  lastDays: Int32Array.from(rows, ([, last]) => last),
  ageDays: Int32Array.from(rows, ([, , age]) => age),
  repeatFen: Float64Array.from(rows, ([x, , , money]) => money ?? Math.max(0, x) * 1000),
});

const folder = join(fileURLToPath(new URL('../../../../..', import.meta.url)), 'shared/data/cdnow');
/** Whether the data of the papers are there; where they are not, the tests on them are skipped and say so. */
export const cdnowIsThere = existsSync(folder);
if (!cdnowIsThere) process.stdout.write(`skipped: the CDNOW data are not at ${folder}\n`);

/** A table of the published summary: x, t_x, T in weeks of two decimals, which are whole days, and mean money. */
export function cdnowSummary(file: string): PurchaseHistory {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  return histories(
    lines.map((line) => {
      const [, x = 0, last = 0, age = 0, mean = 0] = line.split(',').map(Number);
      return [x, Math.round(last * 7), Math.round(age * 7), x * mean * 100] as const;
    }),
  );
}

/** The raw purchases of the sample, 1997-01-01 to 1998-06-30. */
export function cdnowStore(): Histories {
  const byMember = new Map<string, Bill[]>();
  for (const line of readFileSync(join(folder, 'CDNOW_sample.txt'), 'latin1').trim().split('\n')) {
    const [, id = '', date = '', , dollars = ''] = line.trim().split(/ +/);
    const day = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8)) / 86_400_000;
    byMember.set(id, [...(byMember.get(id) ?? []), [day, Math.round(+dollars * 100)]]);
  }
  return store([...byMember.values()]);
}
