import { describe, expect, it } from 'vitest';
import { Timings } from '../../../electron/main/support/timings';

describe('how long calls take', () => {
  it('is counted in steps by channel, the slowest first; a name that is no channel is not kept', async () => {
    let now = 0;
    const timings = new Timings(() => now);
    const took = (ms: number) =>
      timings.around(async () => {
        now += ms;
        return { ok: true, value: null };
      });
    for (let call = 0; call < 19; call++) await took(3)('members.lookup', {});
    await took(40)('members.lookup', {});
    await took(12_000)('purchases.record', {});
    await took(5)('张三', {});
    await took(5)(7, {});
    expect(timings.read()).toEqual([
      { channel: 'purchases.record', calls: 1, half: null, most: null, longest: 12_000 },
      { channel: 'members.lookup', calls: 20, half: 5, most: 5, longest: 40 },
    ]);
  });
});
