import { readFileSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { StoreFaultError } from '../../../db/store-fault';
import { faultWords, ToldFault } from '../../../electron/main/support/fault-words';

const CANARY = '金丝雀Canary13812348812';

/** The error that a call ends in. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what the log keeps of an error (trust, "No personal data in logs")', () => {
  it.each<[string, () => unknown]>([
    ['text that is no JSON', () => JSON.parse(CANARY)],
    ['a number that is none', () => BigInt(CANARY)],
    ['a file that is not there', () => readFileSync(`/nowhere/${CANARY}.csv`)],
    ['a property of nothing', () => (undefined as unknown as Record<string, string>)[CANARY]],
    ['a zone that is none', () => new Intl.DateTimeFormat('en', { timeZone: CANARY })],
    ['an input with a key of its own', () => z.strictObject({ name: z.string() }).parse({ [CANARY]: 1 })],
    [
      'a key of a record',
      () => z.strictObject({ levels: z.record(z.string(), z.int()) }).parse({ levels: { [CANARY]: 'x' } }),
    ],
    [
      'a search that SQLite cannot read',
      () => {
        const raw = new SQLite(':memory:');
        raw.exec('create virtual table words using fts5(text)');
        return raw.prepare('select * from words where words match ?').all(`${CANARY}: x`);
      },
    ],
    ['SQL that quotes', () => new SQLite(':memory:').prepare(`select "${CANARY}"`)],
  ])('%s: nothing of what was typed, and still where it happened', (_what, call) => {
    const error = thrownBy(call);
    expect(String((error as Error).stack)).toContain('Canary'); // or this would prove nothing
    const words = faultWords(error);
    expect(words).not.toMatch(/Canary|金丝雀|13812348812/);
    expect(words).toMatch(/^[A-Z]\w+/);
    expect(words).toContain('fault-words.test.ts:');
  });

  it('says which rule of the tables was broken, and nothing of the row', () => {
    const raw = new SQLite(':memory:');
    raw.exec(
      "create table member (phone text unique, points integer check (points >= 0)); insert into member values ('13812348812', 1)",
    );
    const unique = faultWords(thrownBy(() => raw.exec("insert into member values ('13812348812', 1)")));
    expect(unique).toContain('SqliteError SQLITE_CONSTRAINT_UNIQUE "UNIQUE constraint failed: member.phone"');
    const check = faultWords(thrownBy(() => raw.exec('update member set points = -7')));
    expect(check).toContain('SQLITE_CONSTRAINT_CHECK "CHECK constraint failed: points >= 0"');
  });

  it('says what was wrong with an input, in the words of the contract', () => {
    const shape = z.strictObject({ memberId: z.uuid(), points: z.int() });
    const error = thrownBy(() => shape.parse({ memberId: CANARY, points: 'many' }));
    expect(faultWords(error).split('\n')[0]).toBe(
      'ZodError [invalid_format at memberId, invalid_type at points]',
    );
  });

  it('tells the causes below it, the system call, and what a worker has told already', () => {
    const cause = thrownBy(() => readFileSync(`/nowhere/${CANARY}`));
    const words = faultWords(new StoreFaultError('damaged', { cause }));
    expect(words).toMatch(/^StoreFaultError damaged\n {4}at /);
    expect(words).toMatch(/\ncaused by Error ENOENT \(open\)\n/);
    expect(faultWords(new ToldFault('RangeError\n    at run (job.js:1:2)'))).toContain(
      'RangeError\n    at run (job.js:1:2)',
    );
    expect(faultWords(CANARY)).toBe('thrown string');
  });

  it('takes no line of a message for a place, and no folder for a part of one', () => {
    const error = new Error(`${CANARY}\n    at 张三 (/home/zhang/秘密.js:1:1)`);
    const words = faultWords(error);
    expect(words).not.toMatch(/张三|秘密|home|Canary/);
    error.message = 'altered afterwards';
    expect(faultWords(error)).toBe('Error');
  });

  it('whatever a message, a name, a code or a stack may say, none of it is written down', () => {
    const hostile = fc.record({
      before: fc.string({ unit: 'grapheme' }),
      after: fc.string({ unit: 'grapheme' }),
      where: fc.constantFrom('message', 'name', 'code', 'syscall', 'stack', 'cause', 'issues'),
    });
    fc.assert(
      fc.property(hostile, ({ before, after, where }) => {
        const text = `${before}${CANARY}${after}`;
        const error = Object.assign(new Error(where === 'message' || where === 'stack' ? text : 'x'), {
          ...(where === 'name' ? { name: text } : {}),
          ...(where === 'code' ? { code: text } : {}),
          ...(where === 'syscall' ? { syscall: text } : {}),
          ...(where === 'cause' ? { cause: new Error(text) } : {}),
          ...(where === 'issues' ? { issues: [{ code: text, path: [text], message: text }] } : {}),
        });
        expect(faultWords(error)).not.toMatch(/Canary|金丝雀/);
      }),
    );
  });
});
