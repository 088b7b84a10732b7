import { useCommand } from '@renderer/lib/use-command';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aBridge, faulted, later, refused } from '../support/bridge';
import { idOf } from '../support/shop';

const input = { memberId: idOf(1), points: 50 as never, reason: '补登' };
const adjusting = () => renderHook(() => useCommand('points', 'adjust')).result;

it('a double Enter is one call', async () => {
  const answer = later<object>();
  const bridge = aBridge({ 'points.adjust': () => answer.promise });
  const adjust = adjusting();
  let both: Promise<unknown[]> = Promise.resolve([]);
  act(() => {
    both = Promise.all([adjust.current.run(input), adjust.current.run(input)]);
  });
  expect(adjust.current.now.state).toBe('busy');
  answer.come({ balance: 50 });
  await act(async () => void (await both));
  expect(bridge.of('points.adjust')).toHaveLength(1);
  expect(adjust.current.now).toEqual({ state: 'done', value: { balance: 50 } });
});

it('a retry after a fault carries the same request id: what was done is not done twice', async () => {
  const bridge = aBridge({ 'points.adjust': () => faulted('K3F9') });
  const adjust = adjusting();
  await act(async () => void (await adjust.current.run(input)));
  expect(adjust.current.now).toEqual({ state: 'fault', mishap: { kind: 'bug', reference: 'K3F9' } });
  bridge.reply({ 'points.adjust': () => ({ balance: 50 }) });
  await act(async () => void (await adjust.current.run(input)));
  const [first, second] = bridge.of('points.adjust');
  expect(first?.requestId).toBeDefined();
  expect(second?.requestId).toBe(first?.requestId);
});

it('a changed input, and a next act after success, are new requests', async () => {
  const bridge = aBridge({ 'points.adjust': () => faulted('K3F9') });
  const adjust = adjusting();
  await act(async () => void (await adjust.current.run(input)));
  await act(async () => void (await adjust.current.run({ ...input, reason: '改' })));
  bridge.reply({ 'points.adjust': () => ({ balance: 50 }) });
  await act(async () => void (await adjust.current.run(input)));
  await act(async () => void (await adjust.current.run(input)));
  expect(new Set(bridge.of('points.adjust').map((call) => call.requestId)).size).toBe(4);
});

it('a refusal is a value with its numbers', async () => {
  aBridge({ 'points.adjust': () => refused('above_daily_limit', { limit: 1000, used: 980 }) });
  const adjust = adjusting();
  await act(async () => void (await adjust.current.run(input)));
  expect(adjust.current.now).toEqual({
    state: 'refused',
    refusal: { code: 'above_daily_limit', params: { limit: 1000, used: 980 } },
  });
});

it('a bridge that breaks is a fault without a reference', async () => {
  aBridge({ 'points.adjust': () => Promise.reject(new Error('gone')) });
  const adjust = adjusting();
  await act(async () => void (await adjust.current.run(input)));
  expect(adjust.current.now).toEqual({ state: 'fault', mishap: { kind: 'bug', reference: null } });
});
