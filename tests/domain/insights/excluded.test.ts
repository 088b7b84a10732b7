import { type ExcludedRules, excludedSince, exclusionsOf, signUpTarget } from '@domain/insights/excluded';
import { NONE } from '@domain/insights/judged';
import { describe, expect, it } from 'vitest';
import { AS_OF, historiesOf, on, type Told } from './members';

const RULES: ExcludedRules = { excludedAfterDays: 30, dormantDays: 90 };
/** Days since somebody is excluded; null = is not. */
function excludedFor(member: Told, offeredAgo: number | null, asOf = AS_OF): number | null {
  const offered = Int32Array.of(offeredAgo === null ? NONE : asOf - offeredAgo);
  const since = excludedSince(historiesOf([member]), asOf, offered, RULES)[0] ?? NONE;
  return since === NONE ? null : asOf - since;
}
const silentFor = (days: number): Told => ({ joined: 500, bills: [[days, 10]] });

describe('S05 excluded', () => {
  it('after an offer to win them back and 30 more silent days', () => {
    expect(excludedFor(silentFor(130), 30)).toBe(0);
    expect(excludedFor(silentFor(130), 29)).toBeNull();
    expect(excludedFor(silentFor(150), 45)).toBe(15);
  });
  it('never without an offer', () => expect(excludedFor(silentFor(700), null)).toBeNull());
  it('never before class D begins, however early the offer was', () => {
    expect(excludedFor(silentFor(89), 60)).toBeNull();
    expect(excludedFor(silentFor(90), 60)).toBe(0);
  });
  it('not who bought after the offer, for that answered it', () => {
    expect(
      excludedFor(
        {
          joined: 500,
          bills: [
            [400, 10],
            [100, 10],
          ],
        },
        200,
      ),
    ).toBeNull();
  });
  it('not who bought on the very day of the offer', () => {
    expect(excludedFor(silentFor(130), 130)).toBeNull();
    expect(excludedFor(silentFor(131), 130)).toBe(41);
  });
  it('also who never bought, counted from joining', () => {
    expect(excludedFor({ joined: 130, bills: [] }, 40)).toBe(10);
  });

  it('each one excluded in the month raises its sign-up target by one', () => {
    const since = Int32Array.of(NONE, on('2026-09-30'), on('2026-10-01'), on('2026-10-20'));
    const told = exclusionsOf(since, on('2026-10-20'));
    expect(told).toEqual({ month: '2026-10', members: 2 });
    expect(signUpTarget({ signUpTarget: 30 }, told.members)).toBe(32);
  });
});
