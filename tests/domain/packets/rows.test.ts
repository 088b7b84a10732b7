import type { PacketColumn } from '@domain/packets/entries';
import { EntryLines, fits } from '@domain/packets/rows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, fieldsOf, kinds, levels, rowsOf, writtenLines } from './some-rows';

const RUNS = { numRuns: 60 };
const programs = kinds.chain((kind) =>
  fc.tuple(fc.constant(kind), rowsOf(kind), levels, fc.integer({ min: 1 })),
);

const parsed = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>; // our own line

describe('the lines of a packet (exchange, Packet)', () => {
  it('are one JSON object each, numbered without a gap, with their columns in the declared order', () => {
    fc.assert(
      fc.property(programs, ([kind, rows, level, first]) => {
        const names = columnsOf(kind).map(([name]) => name);
        const { lines } = writtenLines(kind, rows, { level, first });
        for (const [at, line] of lines.entries()) {
          expect(line.indexOf('\n')).toBe(line.length - 1);
          const row = fieldsOf(rows[at]);
          const told = parsed(line);
          expect(told).toMatchObject({ entry: first + at, key: row.key });
          expect(Object.keys(told)).toEqual(['entry', 'key', ...('gone' in row ? ['gone'] : names)]);
        }
      }),
      RUNS,
    );
  });

  it('carry what the store gave, but nothing above the level of personal data', () => {
    fc.assert(
      fc.property(programs, ([kind, rows, level, first]) => {
        const { lines } = writtenLines(kind, rows, { level, first });
        for (const [at, line] of lines.entries()) {
          const { entry: _, ...told } = parsed(line);
          const given = { ...fieldsOf(rows[at]) };
          for (const [name, { personal = 0 }] of columnsOf(kind))
            if (personal > level && name in given) given[name] = null;
          expect(told).toEqual(given);
        }
      }),
      RUNS,
    );
  });

  it('sum up what they carry; what is gone counts for nothing', () => {
    fc.assert(
      fc.property(programs, ([kind, rows]) => {
        const { file } = writtenLines(kind, rows);
        const summed = columnsOf(kind).flatMap(([name, column]) => (column.summed ? [name] : []));
        expect(Object.keys(file.sums)).toEqual(summed);
        for (const name of summed) {
          const values = rows.map((row) => Number(fieldsOf(row)[name] ?? 0));
          expect(file.sums[name]).toBe(values.reduce((sum, value) => sum + value, 0));
        }
      }),
      RUNS,
    );
  });

  it('a row that is not as declared throws and says where: head office would refuse the whole packet', () => {
    const points = { key: 'e7', member_id: 'm1', kind: 'earn', business_date: '2026-03-01', points: 1.5 };
    expect(() => new EntryLines('points', 0, 1).line(points)).toThrow('points e7: points is 1.5');
  });
});

describe('what fits a column', () => {
  const text: PacketColumn = { type: 'text' };
  const integer: PacketColumn = { type: 'integer' };
  const date: PacketColumn = { type: 'date' };
  const flag: PacketColumn = { type: 'flag' };

  it.each<[PacketColumn, unknown, boolean]>([
    [text, '', true],
    [text, 5, false],
    [text, null, false],
    [{ ...text, optional: true }, null, true],
    [{ ...text, optional: true }, undefined, false],
    [integer, -5, true],
    [integer, 1.5, false],
    [integer, '5', false],
    [integer, 2 ** 53, false],
    [date, '2028-02-29', true],
    [date, '2026-02-29', false],
    [date, '2026-13-01', false],
    [date, '2026-1-05', false],
    [date, '2026-01-05T00:00', false],
    [flag, 1, true],
    [flag, true, false],
    [flag, 2, false],
  ])('%o and %o: %s', (column, value, whether) => {
    expect(fits(column, value)).toBe(whether);
  });
});
