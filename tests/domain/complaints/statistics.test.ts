import type { Counting } from '@domain/complaints/clocks';
import { RESPONSE_EDGES, spreadOf } from '@domain/complaints/spread';
import { type CountedComplaint, readFrom, statisticsOf } from '@domain/complaints/statistics';
import { businessDate, type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const MAY = { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') };
const NOW = instant(Date.parse('2026-06-30T04:00:00Z'));
const noonOf = (date: string): Instant => instant(Date.parse(`${date}T04:00:00Z`));
const ANNA = 'anna';
const BEN = 'ben';

/** A complaint of a day; hours count from its coming in. */
function told(
  date: string,
  more: Partial<CountedComplaint> & { answered?: number; solved?: number } = {},
): CountedComplaint {
  const receivedAt = more.receivedAt ?? noonOf(date);
  const after = (hours: number | undefined) =>
    hours === undefined ? null : instant(receivedAt + hours * HOUR);
  const { answered = more.solved, solved, ...rest } = more;
  return {
    memberId: null,
    object: 'goods',
    reasonGroup: 'goods',
    reason: 'goods_spoiled',
    severity: 'normal',
    channel: 'counter',
    aboutStaffId: null,
    takenBy: ANNA,
    state: solved !== undefined ? 'closed' : answered !== undefined ? 'responded' : 'open',
    receivedAt,
    businessDate: businessDate(date),
    storeHours: false,
    responseDueAt: instant(receivedAt + 24 * HOUR),
    resolutionDueAt: instant(receivedAt + 168 * HOUR),
    pausedAt: null,
    firstRespondedAt: after(answered),
    resolvedAt: after(solved),
    responseBreached: (answered ?? 0) > 24,
    resolutionBreached: (solved ?? 0) > 168,
    reopened: 0,
    satisfaction: null,
    pauses: [],
    ...rest,
  };
}

const figures = (all: readonly CountedComplaint[], now: Instant = NOW, period = MAY) =>
  statisticsOf(all, { period, now, zone: 'Asia/Shanghai', counting: (): Counting => 'wall_clock' });

describe('which complaints count', () => {
  it('are those received in the period, both of its days included; compared with as many days before', () => {
    const days = ['2026-03-30', '2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'];
    expect(figures(days.map((day) => told(day)))).toMatchObject({
      total: 2,
      open: 2,
      byReason: [{ reason: 'goods_spoiled', count: 2, before: 1 }],
    });
  });

  it('reach back far enough for the span before and for repeats', () => {
    expect(readFrom(MAY)).toBe('2026-01-31');
    expect(readFrom({ from: businessDate('2026-01-01'), to: businessDate('2026-12-31') })).toBe('2025-01-01');
  });

  it('names a reason that has gone, and puts the most frequent one first', () => {
    const price = { reason: 'goods_price' } as const;
    expect(
      figures([told('2026-04-20'), told('2026-05-02', price), told('2026-05-03', price)]).byReason,
    ).toEqual([
      { group: 'goods', reason: 'goods_price', count: 2, before: 0 },
      { group: 'goods', reason: 'goods_spoiled', count: 0, before: 1 },
    ]);
  });
});

describe('S86 the share on time', () => {
  it('counts what was answered, and what was not although its clock has run out', () => {
    const all = [
      told('2026-05-02', { answered: 24 }),
      told('2026-05-03', { answered: 25 }),
      told('2026-05-04'),
      told('2026-05-05', { solved: 30 }),
    ];
    const { response, resolution } = figures(all);
    expect(response).toEqual({ onTime: 1, of: 4 });
    expect(resolution).toEqual({ onTime: 1, of: 4 });
  });

  it('leaves out what still runs or stands still, and forgets no breach of an earlier round', () => {
    const now = instant(noonOf('2026-05-20') + 5 * HOUR);
    const running = told('2026-05-20');
    const paused = told('2026-05-01', { pausedAt: instant(noonOf('2026-05-01') + HOUR) });
    const again = told('2026-05-02', { state: 'reopened', responseBreached: true });
    const reopened = told('2026-05-19', {
      state: 'reopened',
      firstRespondedAt: instant(noonOf('2026-05-19') + HOUR),
      responseDueAt: instant(now + HOUR),
    });
    expect(figures([running, paused], now)).toMatchObject({
      response: { onTime: 0, of: 0 },
      resolution: { onTime: 0, of: 0 },
    });
    expect(figures([again], now).response).toEqual({ onTime: 0, of: 1 });
    expect(figures([reopened], now).response).toEqual({ onTime: 1, of: 1 });
    expect(figures([reopened], now).resolution).toEqual({ onTime: 0, of: 0 });
  });

  it('is the same month by month as for the whole, whatever happened', () => {
    const lives = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.constantFrom('03', '04', '05'),
        answered: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
        paused: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    const period = { from: businessDate('2026-03-01'), to: businessDate('2026-05-31') };
    fc.assert(
      fc.property(lives, (asked) => {
        const all = asked.map(({ day, month, answered, paused }) => {
          const date = `2026-${month}-${String(day).padStart(2, '0')}`;
          return told(date, {
            ...(answered === undefined ? {} : { answered }),
            ...(paused && answered === undefined ? { pausedAt: noonOf(date) } : {}),
          });
        });
        const { byMonth, response, resolution, total } = figures(all, NOW, period);
        const sum = (of: (row: (typeof byMonth)[number]) => number) =>
          byMonth.reduce((n, row) => n + of(row), 0);
        expect(byMonth.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05']);
        expect(sum(({ count }) => count)).toBe(total);
        expect(sum((row) => row.response.onTime)).toBe(response.onTime);
        expect(sum((row) => row.resolution.of)).toBe(resolution.of);
        expect(response.onTime).toBeLessThanOrEqual(response.of);
      }),
    );
  });
});

describe('how long it took', () => {
  it('is what the clocks ran: pauses are left out, also one that lasted when it was answered', () => {
    const start = noonOf('2026-05-10');
    const paused = told('2026-05-10', {
      answered: 10,
      pauses: [
        { from: instant(start + HOUR), to: instant(start + 3 * HOUR) },
        { from: instant(start + 8 * HOUR), to: instant(start + 20 * HOUR) },
        { from: instant(start + 30 * HOUR), to: instant(start + 40 * HOUR) },
      ],
    });
    expect(figures([paused]).toResponse).toMatchObject({ of: 1, p50: 6 * 60, longest: 6 * 60 });
  });

  it('is never less than nothing, also where the PC’s clock was set back between two steps', () => {
    const start = noonOf('2026-05-10');
    const early = { from: instant(start - 25 * HOUR), to: instant(start - 20 * HOUR) };
    const across = { from: instant(start - HOUR), to: instant(start + HOUR) };
    const before = told('2026-05-10', { answered: 2, pauses: [early] });
    expect(figures([before]).toResponse).toMatchObject({ p50: 2 * 60 });
    expect(figures([{ ...before, pauses: [across] }]).toResponse).toMatchObject({ p50: 60 });
    expect(figures([told('2026-05-10', { answered: -3 })]).toResponse).toMatchObject({ p50: 0 });
  });

  it('is told by nearest rank and fixed bins, a begun minute as a whole one', () => {
    expect(spreadOf([], RESPONSE_EDGES)).toBeNull();
    const hours = [1, 2, 3, 4, 24, 24.001, 80].map((each) => each * HOUR);
    expect(spreadOf(hours, RESPONSE_EDGES)).toEqual({
      of: 7,
      p50: 4 * 60,
      p90: 80 * 60,
      longest: 80 * 60,
      bins: [1, 3, 0, 1, 1, 0, 1],
      edges: [60, 240, 480, 1440, 2880, 4320],
    });
  });

  it('has every one in exactly one bin, and half of them at or below the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 * HOUR }), { minLength: 1 }), (took) => {
        const spread = spreadOf(took, RESPONSE_EDGES);
        if (spread === null) throw new Error('nothing told');
        const upTo = (minutes: number) => took.filter((ms) => ms / 60_000 <= minutes).length;
        expect(spread.bins.reduce((sum, bin) => sum + bin, 0)).toBe(took.length);
        expect(upTo(spread.p50)).toBeGreaterThanOrEqual(took.length / 2);
        expect(upTo(spread.p50 - 1)).toBeLessThan(took.length / 2);
      }),
    );
  });
});

describe('repeats', () => {
  const of = (date: string, memberId: string, reason = 'goods_spoiled') => told(date, { memberId, reason });

  it('are a member’s complaints for the same reason within 90 days, with the one that began them', () => {
    const all = [
      of('2026-02-20', 'zhang'), // 90 days before the next
      of('2026-05-21', 'zhang'),
      of('2026-05-30', 'zhang'),
      of('2026-05-02', 'li'),
      of('2026-05-09', 'li', 'goods_price'),
      of('2026-02-01', 'wang'), // 91 days before
      of('2026-05-03', 'wang'),
      told('2026-05-04'),
      told('2026-05-05'),
    ];
    expect(figures(all).repeats).toEqual([{ memberId: 'zhang', reason: 'goods_spoiled', count: 3 }]);
  });
});

describe('who, when and how it ended', () => {
  it('counts whom complaints are about, and who took them on time', () => {
    const all = [
      told('2026-05-02', { takenBy: ANNA, aboutStaffId: BEN, solved: 10 }),
      told('2026-05-03', { takenBy: ANNA, answered: 30 }),
      told('2026-05-04', { takenBy: BEN, solved: 200, answered: 2 }),
    ];
    expect(figures(all).byStaff).toEqual([
      { staffId: BEN, about: 1, taken: 1, onTime: { onTime: 0, of: 1 } },
      { staffId: ANNA, about: 0, taken: 2, onTime: { onTime: 1, of: 2 } },
    ]);
  });

  it('goes by the hour of the store’s wall, and by what the customers said', () => {
    const late = told('2026-05-02', {
      receivedAt: instant(Date.parse('2026-05-02T12:30:00Z')),
      satisfaction: 4,
      reopened: 2,
    });
    const { byHour, satisfaction, reopened } = figures([
      late,
      told('2026-05-03', { satisfaction: 1 }),
      told('2026-05-04'),
    ]);
    expect(byHour[20]).toBe(1);
    expect(byHour[12]).toBe(2);
    expect(satisfaction).toEqual({ mean: 2.5, of: 2 });
    expect(reopened).toBe(1);
    expect(figures([]).satisfaction).toBeNull();
  });

  it('counts every complaint once by object, channel, severity and hour', () => {
    const days = fc.array(
      fc.record({ object: fc.constantFrom('goods', 'staff'), severity: fc.constantFrom('low', 'high') }),
    );
    fc.assert(
      fc.property(days, (asked) => {
        const said = figures(asked.map((each) => told('2026-05-06', each)));
        const sums = [said.byObject, said.byChannel, said.bySeverity, said.byReason].map((rows) =>
          rows.reduce((sum, { count }) => sum + count, 0),
        );
        expect(sums).toEqual([asked.length, asked.length, asked.length, asked.length]);
        expect(said.byHour.reduce((sum, count) => sum + count, 0)).toBe(asked.length);
      }),
    );
  });
});
