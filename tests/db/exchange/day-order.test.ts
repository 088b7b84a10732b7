import { inDayOrder } from '@db/exchange/day-order';
import type { FileRow } from '@db/exchange/file-row';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const BILLS = { columns: ['phone', 'date', null] as const };

async function* pieces(rows: readonly FileRow[], many: number): AsyncGenerator<readonly FileRow[]> {
  for (let from = 0; from < rows.length; from += many) yield rows.slice(from, from + many);
}
async function all(given: AsyncIterable<readonly FileRow[]>): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const some of given) rows.push(...some);
  return rows;
}

const day = fc.constantFrom('2025-01-05', '2025-01-06', '2025/1/5', '');
const file = fc
  .array(fc.tuple(fc.string(), day), { maxLength: 40 })
  .map((rows) => rows.map((cells, at): FileRow => ({ line: at + 2, cells })));

it('bills are taken day by day as the cell is written, those of a day in the order of the file; none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 9 }), async (rows, many) => {
      const taken = await all(inDayOrder(pieces(rows, many), 'purchases', { columns: [...BILLS.columns] }));
      const text = ({ cells }: FileRow) => cells[1] ?? '';
      const sorted = rows.toSorted((a, b) =>
        text(a) === text(b) ? a.line - b.line : text(a) < text(b) ? -1 : 1,
      );
      expect(taken).toEqual(sorted);
    }),
  );
});

it('rows too short to have a day come first, and are refused like all others', async () => {
  const rows = [
    { line: 2, cells: ['1', '2025-01-05'] },
    { line: 3, cells: ['1'] },
  ];
  const taken = await all(inDayOrder(pieces(rows, 1), 'purchases', { columns: [...BILLS.columns] }));
  expect(taken.map(({ line }) => line)).toEqual([3, 2]);
});

it('members keep the order of their file, and so do bills of a file without a day', async () => {
  const rows = ['2025-02-01', '2025-01-01'].map((cell, at) => ({ line: at, cells: ['1', cell] }));
  expect(await all(inDayOrder(pieces(rows, 9), 'members', { columns: [...BILLS.columns] }))).toEqual(rows);
  expect(await all(inDayOrder(pieces(rows, 9), 'purchases', { columns: ['phone'] }))).toEqual(rows);
});
