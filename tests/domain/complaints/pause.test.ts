import { type Counting, isDueSoon, isOverdue, nextDue, ranBetween } from '@domain/complaints/clocks';
import type { Complaint } from '@domain/complaints/complaint';
import { decidePause, decideResume } from '@domain/complaints/pause';
import { decideClose, decideLog, decideReopen, decideResolve, decideRespond } from '@domain/complaints/steps';
import type { Stepped } from '@domain/complaints/timeline';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RULES = DEFAULT_RULES.complaints;
const HOUR = 3_600_000;
const NOON = instant(Date.parse('2026-05-18T04:00:00Z'));
const later = (hours: number): Instant => instant(NOON + hours * HOUR);
const STORE_HOURS: Counting = {
  hours: DEFAULT_RULES.hours,
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
};

const done = <T>(decided: T | Refusal): T => {
  if (decided instanceof Refusal) throw new Error(`refused: ${decided.code}`);
  return decided;
};
const logged = (counting: Counting = 'wall_clock') =>
  done(decideLog({ what: '鱼油发霉', receivedAt: NOON }, RULES, counting)).complaint;
const paused = (complaint: Complaint, hours: number) =>
  done(decidePause(complaint, { reason: '等顾客寄回', now: later(hours) })).complaint;
const resumed = (complaint: Complaint, hours: number, counting: Counting = 'wall_clock') =>
  done(decideResume(complaint, { note: '', now: later(hours) }, counting));

describe('a pause', () => {
  it('S68 S69 gives each clock what was left of it, and says how much that was', () => {
    const { complaint, step } = resumed(paused(logged(), 18.5), 50);
    expect(complaint).toMatchObject({
      pausedAt: null,
      responseDueAt: later(55.5),
      resolutionDueAt: later(199.5),
    });
    const from = later(50);
    expect(step.due).toEqual([
      { clock: 'response', at: later(55.5), from, hours: 5.5, storeHours: false },
      { clock: 'resolution', at: later(199.5), from, hours: 149.5, storeHours: false },
    ]);
  });

  it('S68 in store hours leaves the open hours that were left, over the night', () => {
    const running = logged(STORE_HOURS); // noon; nine to nine; response in two days at noon
    const { complaint, step } = resumed(paused(running, 8), 31, STORE_HOURS); // 20:00 to 19:00 next day
    expect(step.due[0]).toMatchObject({ clock: 'response', hours: 16, storeHours: true });
    expect(complaint.responseDueAt).toBe(later(71)); // 2 h that evening, 12 h, 2 h on the third morning: 11:00
  });

  it('leaves a clock that had run out as late as it was', () => {
    const { complaint, step } = resumed(paused(logged(), 30), 100);
    expect(complaint).toMatchObject({
      responseDueAt: later(24),
      responseBreached: true,
      resolutionDueAt: later(238),
      resolutionBreached: false,
    });
    expect(step.due.map(({ clock }) => clock)).toEqual(['resolution']);
  });

  it('takes nothing from either clock where the PC was set back meanwhile', () => {
    const { complaint, step } = resumed(paused(logged(), 10), 4);
    expect(complaint).toMatchObject({ responseDueAt: later(24), resolutionDueAt: later(168) });
    expect(step.due.map(({ from, hours }) => [from, hours])).toEqual([
      [later(10), 14],
      [later(10), 158],
    ]);
  });

  it('is neither late nor soon, however long it takes', () => {
    const due = nextDue(paused(logged(), 23));
    expect([due, isOverdue(due, later(5000)), isDueSoon(due, later(23.5))]).toEqual([null, false, false]);
  });

  it('ends by itself with an answer or a result, which are then in time', () => {
    const waiting = paused(logged(), 20);
    const answered = done(decideRespond(waiting, { note: '收到了', now: later(300) }, 'wall_clock'));
    expect(answered.complaint).toMatchObject({
      pausedAt: null,
      responseBreached: false,
      resolutionDueAt: later(448),
    });
    expect(answered.step.due.map(({ clock, hours }) => [clock, hours])).toEqual([
      ['response', 4],
      ['resolution', 148],
    ]);
    const solved = done(decideResolve(waiting, { result: '已换', now: later(300) }, 'wall_clock')).complaint;
    expect(solved).toMatchObject({ pausedAt: null, responseBreached: false, resolutionBreached: false });
  });

  it('stands still for a reason, once, and only while something is owed', () => {
    expect(decidePause(logged(), { reason: ' ', now: NOON })).toMatchObject({ code: 'text_needed' });
    expect(decidePause(paused(logged(), 1), { reason: '又等', now: NOON })).toMatchObject({
      code: 'paused_already',
    });
    expect(decideResume(logged(), { note: '', now: NOON }, 'wall_clock')).toMatchObject({
      code: 'not_paused',
    });
    const solved = done(decideResolve(logged(), { result: '已换', now: later(1) }, 'wall_clock')).complaint;
    const wrong = { code: 'not_in_this_state', params: { state: 'resolved' } };
    expect(decidePause(solved, { reason: '等', now: NOON })).toMatchObject(wrong);
    expect(decideResume(solved, { note: '', now: NOON }, 'wall_clock')).toMatchObject(wrong);
  });
});

describe('any life of a complaint with pauses', () => {
  const steps = {
    pause: (c: Complaint, now: Instant) => decidePause(c, { reason: '等', now }),
    resume: (c: Complaint, now: Instant, by: Counting) => decideResume(c, { note: '', now }, by),
    respond: (c: Complaint, now: Instant, by: Counting) => decideRespond(c, { note: '复', now }, by),
    resolve: (c: Complaint, now: Instant, by: Counting) => decideResolve(c, { result: '换', now }, by),
    close: (c: Complaint, now: Instant) => decideClose(c, { cause: '潮', measure: '柜', now }),
    reopen: (c: Complaint, now: Instant, by: Counting) => decideReopen(c, { reason: '又', now }, RULES, by),
  };
  const names = ['pause', 'resume', 'respond', 'resolve', 'close', 'reopen'] as const;
  const life = fc.array(
    fc.record({ name: fc.constantFrom(...names), wait: fc.integer({ min: 0, max: 90 * HOUR }) }),
    { maxLength: 15 },
  );
  const anyCounting = fc.constantFrom<Counting>('wall_clock', STORE_HOURS);

  it('S69 the resolution clock runs its hours and no others: what it ran before its due time is always 168', () => {
    fc.assert(
      fc.property(life, anyCounting, (asked, counting) => {
        let complaint: Complaint = logged(counting);
        let now = NOON;
        let stoodStill = 0;
        for (const { name, wait } of asked) {
          now = instant(now + wait);
          const before = complaint;
          const decided: Stepped | Refusal = steps[name](complaint, now, counting);
          if (decided instanceof Refusal) continue;
          complaint = decided.complaint;
          const late = before.pausedAt !== null && before.pausedAt > before.resolutionDueAt;
          if (before.pausedAt !== null && complaint.pausedAt === null && !late)
            stoodStill += ranBetween(before.pausedAt, now, counting);
          const total = ranBetween(NOON, complaint.resolutionDueAt, counting);
          expect(total).toBe(168 * HOUR + stoodStill);
          expect(complaint.resolutionDueAt).toBeGreaterThanOrEqual(before.resolutionDueAt);
        }
      }),
    );
  });

  it('S86 a breach is kept, and stands exactly where a running clock was found to have run out', () => {
    fc.assert(
      fc.property(life, anyCounting, (asked, counting) => {
        let complaint: Complaint = logged(counting);
        let now = NOON;
        for (const { name, wait } of asked) {
          now = instant(now + wait);
          const before = complaint;
          const ranOut = isOverdue(nextDue(before), now);
          const decided: Stepped | Refusal = steps[name](complaint, now, counting);
          if (decided instanceof Refusal) continue;
          complaint = decided.complaint;
          const breached = complaint.responseBreached || complaint.resolutionBreached;
          expect(complaint.responseBreached || !before.responseBreached).toBe(true);
          expect(complaint.resolutionBreached || !before.resolutionBreached).toBe(true);
          const wasBreached = before.responseBreached || before.resolutionBreached;
          // Pausing, answering and solving look at the clocks; nothing else can make a complaint late.
          if (name === 'close' || name === 'reopen' || name === 'resume') expect(breached).toBe(wasBreached);
          else expect(breached).toBe(wasBreached || ranOut);
        }
      }),
    );
  });
});
