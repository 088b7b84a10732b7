import { isMarked, isNamed, type SeenFile, Stillness } from '@domain/pos/watching';
import { describe, expect, it } from 'vitest';

describe('From the POS: which files are the till’s', () => {
  it.each([
    ['20260518.csv', '*.csv', true],
    ['销售_20260518.CSV', '*.csv', true],
    ['20260518.txt', '*.csv; *.txt', true],
    ['sales-1.csv', 'sales-?.csv', true],
    ['sales-12.csv', 'sales-?.csv', false],
    ['salesXcsv', 'sales.csv', false],
    ['report.pdf', '*.csv', false],
    ['a.csv', ' ; ', false],
    // As they are called while a program is not done with them.
    ['20260518.csv.part', '*', false],
    ['20260518.tmp', '*', false],
    ['~$20260518.csv', '*.csv', false],
    ['.20260518.csv', '*.csv', false],
    ['20260518.ok', '*', false],
  ])('%s named by %s: %s', (name, pattern, named) => {
    expect(isNamed(name, pattern)).toBe(named);
  });

  it('finds a marker behind the name and in the place of its end', () => {
    expect(isMarked('a.csv', 'ok', new Set(['a.csv.ok']))).toBe(true);
    expect(isMarked('a.csv', 'ok', new Set(['a.ok']))).toBe(true);
    expect(isMarked('a.csv', 'done', new Set(['a.ok', 'b.done']))).toBe(false);
  });
});

describe('From the POS: half-written files wait', () => {
  const file = (bytes: number, modifiedAt = 1, name = 'a.csv'): SeenFile => ({ name, bytes, modifiedAt });
  const names = (files: readonly SeenFile[]) => files.map(({ name }) => name);

  it('calls a file still when size and time are the same at every look for so long', () => {
    const stillness = new Stillness();
    expect(stillness.look([file(10)], 3000, 0)).toEqual({ still: [], nextIn: 3000 });
    expect(stillness.look([file(20)], 3000, 2000)).toEqual({ still: [], nextIn: 3000 });
    expect(stillness.look([file(20, 2)], 3000, 4000)).toEqual({ still: [], nextIn: 3000 });
    expect(stillness.look([file(20, 2)], 3000, 6000)).toEqual({ still: [], nextIn: 1000 });
    expect(names(stillness.look([file(20, 2)], 3000, 7000).still)).toEqual(['a.csv']);
  });

  it('begins anew with a file that was gone meanwhile, and keeps files apart', () => {
    const stillness = new Stillness();
    stillness.look([file(10), file(5, 1, 'b.csv')], 3000, 0);
    stillness.look([file(5, 1, 'b.csv')], 3000, 1000);
    const { still, nextIn } = stillness.look([file(10), file(5, 1, 'b.csv')], 3000, 3000);
    expect(names(still)).toEqual(['b.csv']);
    expect(nextIn).toBe(3000);
  });
});
