import { readFileSync } from 'node:fs';
import { EVENT_CHANNEL, RPC_CHANNEL } from '@contract/events';
import { contract } from '@contract/index';
import { type Endpoint, SCOPES } from '@contract/rpc';
import { amount, line, pointCount, prose, signedAmount } from '@contract/shapes';
import { describe, expect, it } from 'vitest';
import { maskNumbers } from '../../electron/main/support/logging';

const endpoints = Object.entries(contract).flatMap(([room, rooms]) =>
  Object.entries(rooms).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
);

describe('the contract', () => {
  it('uses the same two channel names in the preload, which can import nothing', () => {
    const preload = readFileSync(new URL('../../electron/preload/index.ts', import.meta.url), 'utf8');
    expect(preload).toContain(`RPC_CHANNEL = '${RPC_CHANNEL}'`);
    expect(preload).toContain(`EVENT_CHANNEL = '${EVENT_CHANNEL}'`);
  });

  it.each(endpoints)(
    '%s refuses what it does not name, and never takes anything at all',
    (_channel, endpoint) => {
      for (const junk of [null, 42, 'x', [], { unexpected: true }]) {
        expect(endpoint.input.safeParse(junk).success).toBe(false);
      }
    },
  );

  it.each(endpoints.filter(([, endpoint]) => endpoint.kind === 'command'))(
    '%s says what it changes',
    (_channel, endpoint) => {
      const changes = endpoint.kind === 'command' ? endpoint.changes : [];
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.every((scope) => SCOPES.includes(scope))).toBe(true);
    },
  );
});

describe('shapes at the edge', () => {
  it.each([
    ['money', amount, [0, 1, 8880], [-1, 0.5, 1e15, Number.NaN, '100', null]],
    ['a difference of money', signedAmount, [-8880, 0], [0.1, -1e15]],
    ['points', pointCount, [0, 100], [-1, 1.2, Number.POSITIVE_INFINITY]],
  ])('%s is whole and bounded', (_what, shape, good, bad) => {
    expect(good.every((value) => shape.safeParse(value).success)).toBe(true);
    expect(bad.some((value) => shape.safeParse(value).success)).toBe(false);
  });

  it('takes control characters out of typed text, keeps line breaks where text may have them, and trims', () => {
    expect(line(40).parse(' 张\u0000三\n ')).toBe('张 三');
    expect(prose(40).parse(' 一\n二\u001d三 ')).toBe('一\n二 三');
    expect(line(3).safeParse('四个字了').success).toBe(false);
  });
});

describe('the log', () => {
  it('never shows a phone, a card or a payment code', () => {
    expect(maskNumbers('phone 13812348812, code 134567890123456789, line 12')).toBe(
      'phone 13***11, code 13***18, line 12',
    );
  });
});
