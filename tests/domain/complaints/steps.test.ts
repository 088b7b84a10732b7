import type { Complaint, ComplaintState } from '@domain/complaints/complaint';
import {
  decideClose,
  decideLog,
  decideNote,
  decideReopen,
  decideResolve,
  decideRespond,
  decideSatisfaction,
} from '@domain/complaints/steps';
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

const done = <T>(decided: T | Refusal): T => {
  if (decided instanceof Refusal) throw new Error(`refused: ${decided.code}`);
  return decided;
};
const logged = () => done(decideLog({ what: '鱼油发霉', receivedAt: NOON }, RULES, 'wall_clock')).complaint;
const responded = () =>
  done(decideRespond(logged(), { note: '已致电道歉', now: later(2) }, 'wall_clock')).complaint;
const resolved = () =>
  done(decideResolve(responded(), { result: '换货并退款', now: later(5) }, 'wall_clock')).complaint;
const closed = () =>
  done(decideClose(resolved(), { cause: '受潮', measure: '改为冷柜存放', now: later(30) })).complaint;

const inState: Record<ComplaintState, () => Complaint> = {
  open: logged,
  responded,
  resolved,
  closed,
  reopened: () =>
    done(decideReopen(closed(), { reason: '又发霉', now: later(40) }, RULES, 'wall_clock')).complaint,
};
const steps: Record<string, (complaint: Complaint, now: Instant) => Stepped | Refusal> = {
  respond: (complaint, now) => decideRespond(complaint, { note: '已回复', now }, 'wall_clock'),
  resolve: (complaint, now) => decideResolve(complaint, { result: '已换货', now }, 'wall_clock'),
  close: (complaint, now) => decideClose(complaint, { cause: '受潮', measure: '冷柜', now }),
  reopen: (complaint, now) => decideReopen(complaint, { reason: '还没好', now }, RULES, 'wall_clock'),
};

describe('logging', () => {
  it('S68 S69 starts both clocks and explains both due times', () => {
    const { complaint, step } = done(decideLog({ what: '鱼油发霉', receivedAt: NOON }, RULES, 'wall_clock'));
    expect(complaint).toEqual({
      state: 'open',
      receivedAt: NOON,
      responseDueAt: later(24),
      resolutionDueAt: later(168),
      storeHours: false,
      pausedAt: null,
      firstRespondedAt: null,
      responseBreached: false,
      resolutionBreached: false,
      reopened: 0,
      satisfaction: null,
    });
    expect(step.due).toEqual([
      { clock: 'response', at: later(24), from: NOON, hours: 24, storeHours: false },
      { clock: 'resolution', at: later(168), from: NOON, hours: 168, storeHours: false },
    ]);
  });

  it('S71 is refused without what happened', () => {
    expect(decideLog({ what: '  ', receivedAt: NOON }, RULES, 'wall_clock')).toMatchObject({
      code: 'text_needed',
    });
  });
});

describe('the steps of a complaint', () => {
  it.each([
    ['open', { respond: 'responded', resolve: 'resolved' }],
    ['responded', { resolve: 'resolved' }],
    ['resolved', { close: 'closed', reopen: 'reopened' }],
    ['closed', { reopen: 'reopened' }],
    ['reopened', { respond: 'responded', resolve: 'resolved' }],
  ] as const)('from %s lead only to %o', (state, allowed: Partial<Record<string, ComplaintState>>) => {
    for (const [name, take] of Object.entries(steps)) {
      const decided = take(inState[state](), later(50));
      if (allowed[name] === undefined) expect(decided).toEqual(new Refusal('not_in_this_state', { state }));
      else expect(done(decided).complaint.state).toBe(allowed[name]);
    }
  });

  it('S71 do not close without a cause and a measure', () => {
    const now = later(6);
    for (const [cause, measure] of [
      ['', '冷柜'],
      ['受潮', ' \n'],
      ['', ''],
    ] as const) {
      expect(decideClose(resolved(), { cause, measure, now })).toMatchObject({ code: 'text_needed' });
    }
  });

  it('S71 keep cause and measure in the timeline too', () => {
    const { step } = done(decideClose(resolved(), { cause: '受潮', measure: '冷柜', now: later(6) }));
    expect(step).toEqual({ kind: 'closed', note: '受潮\n冷柜', due: [] });
  });

  it('S71 do not resolve without a result, nor respond or note without words', () => {
    expect(decideResolve(responded(), { result: '', now: NOON }, 'wall_clock')).toMatchObject({
      code: 'text_needed',
    });
    expect(decideRespond(logged(), { note: ' ', now: NOON }, 'wall_clock')).toMatchObject({
      code: 'text_needed',
    });
    expect(decideNote('\n')).toMatchObject({ code: 'text_needed' });
    expect(decideReopen(closed(), { reason: '', now: NOON }, RULES, 'wall_clock')).toMatchObject({
      code: 'text_needed',
    });
  });

  it('S68 count a result without an earlier answer as the response', () => {
    const solved = done(
      decideResolve(logged(), { result: '当场换新', now: later(1) }, 'wall_clock'),
    ).complaint;
    expect(solved).toMatchObject({ respondedAt: later(1), resolvedAt: later(1) });
  });

  it('S68 keep the earlier response when the result comes later', () => {
    expect(resolved()).toMatchObject({ respondedAt: later(2), resolvedAt: later(5) });
  });

  it('leave a correction in every state, as a further row', () => {
    expect(decideNote('日期更正为 5 月 17 日')).toEqual({
      kind: 'note',
      note: '日期更正为 5 月 17 日',
      due: [],
    });
  });
});

describe('reopening', () => {
  const { complaint, step } = done(
    decideReopen(closed(), { reason: '又发霉', now: later(40) }, RULES, 'wall_clock'),
  );

  it('S68 starts a new response clock and explains it', () => {
    expect(complaint.responseDueAt).toBe(later(64));
    expect(step.due).toEqual([
      { clock: 'response', at: later(64), from: later(40), hours: 24, storeHours: false },
    ]);
  });

  it('S69 keeps the resolution clock', () => {
    expect(complaint.resolutionDueAt).toBe(later(168));
  });

  it('asks anew for answer, result, cause and measure', () => {
    for (const part of ['respondedAt', 'resolvedAt', 'closedAt', 'result', 'cause', 'measure']) {
      expect(complaint).not.toHaveProperty(part);
    }
    expect(complaint).toMatchObject({ satisfaction: null, reopened: 1 });
  });
});

describe('once late', () => {
  it('S86 is late for ever: a later round does not wash it off', () => {
    const late = done(decideRespond(logged(), { note: '抱歉', now: later(25) }, 'wall_clock')).complaint;
    const solved = done(decideResolve(late, { result: '换货', now: later(169) }, 'wall_clock')).complaint;
    expect(solved).toMatchObject({ responseBreached: true, resolutionBreached: true });
    const again = done(
      decideReopen(solved, { reason: '又坏', now: later(170) }, RULES, 'wall_clock'),
    ).complaint;
    const quick = done(decideRespond(again, { note: '马上', now: later(171) }, 'wall_clock')).complaint;
    expect(quick).toMatchObject({
      responseBreached: true,
      firstRespondedAt: later(25),
      respondedAt: later(171),
    });
  });

  it('S68 S69 is not what comes at the due moment itself', () => {
    const solved = done(
      decideResolve(responded(), { result: '换货', now: later(168) }, 'wall_clock'),
    ).complaint;
    expect(solved).toMatchObject({ responseBreached: false, resolutionBreached: false });
    const late = done(decideResolve(logged(), { result: '换货', now: later(24.1) }, 'wall_clock')).complaint;
    expect(late).toMatchObject({ responseBreached: true, resolutionBreached: false });
  });
});

describe('how content the customer is', () => {
  it('S84 is asked once there is a result; a later answer takes its place, and both are in the timeline', () => {
    expect(decideSatisfaction(responded(), { score: 4, note: '' })).toMatchObject({
      code: 'not_in_this_state',
    });
    const first = done(decideSatisfaction(resolved(), { score: 2, note: '还在等' }));
    const second = done(decideSatisfaction(closed(), { score: 5, note: '' }));
    expect([first.complaint.satisfaction, second.complaint.satisfaction]).toEqual([2, 5]);
    expect(first.step).toEqual({
      kind: 'satisfaction',
      note: '还在等',
      due: [],
      data: { of: 'satisfaction', score: 2 },
    });
  });
});

describe('any order of steps', () => {
  it('S68 S69 keeps when it came in and its resolution time, and never makes the response time earlier', () => {
    const sequence = fc.array(
      fc.record({ name: fc.constantFrom(...Object.keys(steps)), wait: fc.integer({ min: 0, max: 400 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(sequence, (asked) => {
        let complaint: Complaint = logged();
        let hours = 0;
        for (const { name, wait } of asked) {
          hours += wait;
          const decided: Stepped | Refusal | undefined = steps[name]?.(complaint, later(hours));
          if (decided === undefined || decided instanceof Refusal) continue;
          expect(decided.complaint.receivedAt).toBe(complaint.receivedAt);
          expect(decided.complaint.resolutionDueAt).toBe(complaint.resolutionDueAt);
          expect(decided.complaint.responseDueAt).toBeGreaterThanOrEqual(complaint.responseDueAt);
          complaint = decided.complaint;
        }
      }),
    );
  });
});
