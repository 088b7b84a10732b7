import { describe, expect, it } from 'vitest';
import { CALL_RATE, CallLimit } from '../../../electron/main/call-limit';

/** Calls that are answered when so many are made each second, for so long. */
function answered(perSecond: number, seconds: number): { asked: number; given: number } {
  const limit = new CallLimit(CALL_RATE, 0);
  let given = 0;
  const asked = perSecond * seconds;
  for (let call = 0; call < asked; call++) if (limit.take((call / perSecond) * 1000)) given++;
  return { asked, given };
}

describe('trust, Attack surface: more calls than any person makes', () => {
  it('are refused: what is answered stays below burst and rate, however many are made', () => {
    const { given } = answered(50_000, 10);
    expect(given).toBeGreaterThanOrEqual(CALL_RATE.burst);
    expect(given).toBeLessThanOrEqual(CALL_RATE.burst + 10 * CALL_RATE.perSecond);
  });

  it('are never what a counter makes: every screen of the app at once, each second for an hour', () => {
    expect(answered(100, 3600)).toEqual({ asked: 360_000, given: 360_000 });
  });

  it('after a flood, the next second serves again', () => {
    const limit = new CallLimit(CALL_RATE, 0);
    while (limit.take(0));
    expect(limit.take(0)).toBe(false);
    expect(limit.take(1000)).toBe(true);
  });
});
