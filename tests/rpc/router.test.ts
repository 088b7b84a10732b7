import { FaultError } from '@contract/calling';
import { command, createRouter, plain, query, room, type Surroundings } from '@contract/rpc';
import { refuse } from '@domain/refusal';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClient } from '../support/client';

const contract = {
  points: {
    balance: query(z.strictObject({ memberId: z.string() }), z.int()),
    redeem: command({
      input: z.strictObject({ points: z.int().min(1) }),
      output: z.strictObject({ left: z.int() }),
      refusals: { insufficient_points: z.strictObject({ usable: z.int() }), member_gone: plain },
      changes: ['points'],
    }),
  },
};
const REQUEST = '01890a5d-ac96-774b-bcce-b302099a8057';

const FAULT = { reference: 'A1B2C3', kind: 'bug' } as const;

/** Lets everybody in, and keeps what went wrong. */
function surrounded() {
  const faults: string[] = [];
  const surroundings: Surroundings<null> = {
    admit: () => ({ pass: null }),
    curedBy: () => undefined,
    query: async (_pass, run) => run(undefined as never),
    command: async (_call, run) => run(undefined as never),
    act: async (_call, run) => run(undefined as never),
    fault: (channel, error) => {
      faults.push(`${channel}: ${String(error)}`);
      return FAULT;
    },
  };
  return { faults, surroundings };
}

function router(redeem: (cx: unknown, input: { points: number }) => unknown = () => ({ left: 20 })) {
  const { faults, surroundings } = surrounded();
  const route = createRouter(contract, { points: { balance: () => 120, redeem } }, surroundings);
  return { route, faults, client: createClient(contract, route) };
}

describe('the bridge', () => {
  it('answers a query with its value and a command with an outcome', async () => {
    const { client } = router();
    expect(await client.points.balance({ memberId: 'a' })).toBe(120);
    expect(await client.points.redeem(REQUEST, { points: 100 })).toEqual({ ok: true, value: { left: 20 } });
  });

  it('hands a declared refusal over as a value with its numbers', async () => {
    const { client } = router(() => refuse('insufficient_points', { usable: 50 }));
    expect(await client.points.redeem(REQUEST, { points: 100 })).toEqual({
      ok: false,
      refusal: { code: 'insufficient_points', params: { usable: 50 } },
    });
  });

  it('treats an undeclared refusal as a bug', async () => {
    const { client, faults } = router(() => refuse('made_up'));
    await expect(client.points.redeem(REQUEST, { points: 100 })).rejects.toEqual(
      new FaultError('A1B2C3', 'bug'),
    );
    expect(faults[0]).toContain('undeclared refusal made_up');
  });

  it('lets no message, stack or SQL of a bug across', async () => {
    const { route } = router(() => {
      throw new Error('select * from secret');
    });
    const answer = await route('points.redeem', { requestId: REQUEST, input: { points: 100 } });
    expect(answer).toEqual({ ok: false, fault: { reference: 'A1B2C3', kind: 'bug' } });
  });

  it.each([
    ['a name the contract lacks', 'points.steal'],
    ['an inherited name', 'points.constructor'],
    ['a room of the prototype', '__proto__.toString'],
    ['no text at all', 42],
  ])('does not answer %s', async (_what, channel) => {
    const { route } = router();
    expect(await route(channel, { input: {} })).toMatchObject({ ok: false, fault: { kind: 'bug' } });
  });

  it.each([
    ['a missing request id', { input: { points: 100 } }],
    ['a request id of another form', { requestId: 'x', input: { points: 100 } }],
    ['a number out of range', { requestId: REQUEST, input: { points: 0 } }],
    ['an extra field', { requestId: REQUEST, input: { points: 1, admin: true } }],
    ['no object', null],
  ])('refuses a command with %s before the handler runs', async (_what, payload) => {
    let ran = false;
    const { route } = router(() => {
      ran = true;
    });
    expect(await route('points.redeem', payload)).toMatchObject({ ok: false });
    expect(ran).toBe(false);
  });

  it('does not compile without a handler for every channel, and answers none that it lacks', async () => {
    // @ts-expect-error: `redeem` is missing.
    const route = createRouter(contract, { points: { balance: () => 1 } }, surrounded().surroundings);
    expect(await route('points.redeem', { requestId: REQUEST, input: { points: 1 } })).toEqual({
      ok: false,
      fault: FAULT,
    });
  });

  it('builds a room when somebody first asks for one of its channels', async () => {
    const built: string[] = [];
    const lazy = {
      points: room(() => {
        built.push('points');
        return contract.points;
      }),
      tiers: room(() => {
        built.push('tiers');
        return { mine: query(z.strictObject({}), z.string()) };
      }),
    };
    const handlers = { points: { balance: () => 120, redeem: () => null }, tiers: { mine: () => 'vip' } };
    const client = createClient(lazy, createRouter(lazy, handlers, surrounded().surroundings));
    expect(built).toEqual([]);
    expect(await client.tiers.mine({})).toBe('vip');
    expect(await client.tiers.mine({})).toBe('vip');
    expect(built).toEqual(['tiers']);
    expect(Object.keys(lazy.points)).toEqual(['balance', 'redeem']);
    expect(['balance', 'steal'].map((name) => name in lazy.points)).toEqual([true, false]);
    expect(built).toEqual(['tiers', 'points']);
  });
});
