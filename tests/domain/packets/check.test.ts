import { FileCheck, rangesOverlap } from '@domain/packets/check';
import type { PacketKindName } from '@domain/packets/entries';
import type { PacketRow } from '@domain/packets/rows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, fieldsOf, kinds, levels, rowsOf, type WrittenLines, writtenLines } from './some-rows';

const RUNS = { numRuns: 60 };

/** The first objection to these lines, as a reader hears it; null when there is none. */
function objection(kind: PacketKindName, { lines, file, manifest }: WrittenLines): string | null {
  const check = new FileCheck(kind, file, manifest);
  for (const line of lines) {
    const found = check.objectionTo(JSON.parse(line));
    if (found !== null) return found;
  }
  return check.objectionAtEnd();
}

const entry = (key: string, points: number): PacketRow<'points'> => ({
  ...{ key, member_id: 'm1', kind: 'earn', business_date: '2026-03-01', points },
});
const honest = () => writtenLines('points', [entry('e1', 5), entry('e2', 7), entry('e3', -2)], { first: 10 });

/** The honest lines with one of them written otherwise. */
const forged = (at: number, change: object): WrittenLines => {
  const { lines, ...rest } = honest();
  const line = JSON.stringify({ ...(JSON.parse(lines[at] ?? '') as object), ...change }); // a line of our own
  return { ...rest, lines: lines.with(at, line) };
};

describe('a reader’s checks of a packet’s lines (exchange, Packet)', () => {
  it('take whatever a store writes, at every level of personal data', () => {
    const programs = kinds.chain((kind) => fc.tuple(fc.constant(kind), rowsOf(kind), levels, fc.nat()));
    fc.assert(
      fc.property(programs, ([kind, rows, level, first]) => {
        expect(objection(kind, writtenLines(kind, rows, { level, first }))).toBeNull();
      }),
      RUNS,
    );
  });

  it('say where the first and the last entry stand; an empty file has none', () => {
    const { lines, file, manifest } = honest();
    const check = new FileCheck('points', file, manifest);
    expect(check.range()).toBeNull();
    for (const line of lines) check.objectionTo(JSON.parse(line));
    expect(check.range()).toEqual([10, 12]);
  });

  it.each<[string, WrittenLines, string]>([
    ['a number out of its order', forged(1, { entry: 10 }), 'line 2: entry 10 is out of its order'],
    ['a number before the packet’s first', forged(0, { entry: 9 }), 'line 1: entry 9 is out of its order'],
    ['a number behind its last', forged(2, { entry: 13 }), 'line 3: entry 13 is out of its order'],
    ['a number that is none', forged(0, { entry: '10' }), 'line 1: no entry'],
    ['no key', forged(1, { key: '' }), 'line 2: no entry'],
    ['a value of another type', forged(1, { points: '7' }), 'line 2: points does not fit'],
    ['half gone', forged(2, { gone: 1 }), 'line 3: gone is not true'],
    ['a line too few', { ...honest(), lines: honest().lines.slice(1) }, '2 rows, not 3'],
  ])('tell %s, with file and line', (_what, lines, why) => {
    expect(objection('points', lines)).toBe(
      `data/points.ndjson${why.startsWith('line') ? ', ' : ': '}${why}`,
    );
  });

  it('no amount changes by a fen without the manifest’s sum telling it', () => {
    const change = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((by) => by !== 0);
    fc.assert(
      fc.property(fc.nat(2), change, (at, by) => {
        const before = [5, 7, -2][at] ?? 0;
        expect(objection('points', forged(at, { points: before + by }))).toBe(
          `data/points.ndjson: points sums up to ${10 + by}, not 10`,
        );
      }),
      RUNS,
    );
  });

  it('nothing of a person goes beyond the level that the manifest names', () => {
    const personal = columnsOf('member').flatMap(([name, { personal: from = 0 }]) =>
      from > 0 ? [{ name, from }] : [],
    );
    expect(personal.map(({ name }) => name)).toEqual(['name', 'phone', 'birth_month', 'birth_day']);
    fc.assert(
      fc.property(rowsOf('member'), levels, (rows, level) => {
        const all = writtenLines('member', rows, { level: 2 });
        const told = rows.some((row) =>
          personal.some(({ name, from }) => from > level && (fieldsOf(row)[name] ?? null) !== null),
        );
        const found = objection('member', {
          ...all,
          manifest: { ...all.manifest, level: { personal: level, reason: '' } },
        });
        expect(found?.includes('is above the level of personal data') ?? false).toBe(told);
      }),
      RUNS,
    );
  });

  it('pass over columns that a newer minor version has added', () => {
    expect(objection('points', forged(1, { weather: 'rain', store: 'another' }))).toBeNull();
  });
});

describe('no entry stands in two files of a packet', () => {
  it('whatever the order in which the files come', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(6))
      .map(([first, more]) => [first, first + more] as const);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
        const all = ranges.flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(rangesOverlap(ranges)).toBe(new Set(all).size < all.length);
      }),
      RUNS,
    );
  });
});
