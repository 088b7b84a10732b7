import { lostReasonOf, type TaskGround } from '@domain/care/lost-reason';
import { drawnToControl } from '@domain/care/lot';
import { dayOfOccasion, festivalOfOccasion, OCCASION } from '@domain/care/occasions';
import { PRIORITY, rankOfKind } from '@domain/care/priority';
import { COMPARED_KINDS, TASK_KINDS } from '@domain/care/task';
import { missedFrom, usualGap } from '@domain/care/usual-gap';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';

const day = businessDate;

describe('the lot', () => {
  const members = Array.from(
    { length: 10_000 },
    (_, index) => `0190a5d0-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
  const drawn = (percent: number, kind = 'dormant' as (typeof TASK_KINDS)[number]) =>
    members.filter((memberId) => drawnToControl({ memberId, kind, occasion: '2026-02-01' }, percent));

  it('leaves out about as many as it says, and the same ones each time', () => {
    expect(drawn(10).length).toBeGreaterThan(900);
    expect(drawn(10).length).toBeLessThan(1100);
    expect(drawn(10)).toEqual(drawn(10));
    expect(drawn(0)).toEqual([]);
    expect(drawn(100)).toEqual(members);
  });

  it('a higher share leaves out the same and others; another occasion draws anew', () => {
    const some = new Set(drawn(20));
    expect(drawn(10).every((id) => some.has(id))).toBe(true);
    const again = members.filter((memberId) =>
      drawnToControl({ memberId, kind: 'dormant', occasion: '2026-03-01' }, 10),
    );
    expect(again).not.toEqual(drawn(10));
  });

  it('is drawn only where results are compared', () => {
    expect(TASK_KINDS.filter((kind) => drawn(100, kind).length > 0)).toEqual(
      TASK_KINDS.filter((kind) => (COMPARED_KINDS as readonly string[]).includes(kind)),
    );
  });
});

describe('a usual gap', () => {
  const visits = (...days: string[]) => usualGap(days.map(day));

  it('S18 is the median of the gaps between visits, from four visits on', () => {
    expect(visits('2026-05-10', '2026-05-01', '2026-04-22')).toBeNull();
    expect(visits('2026-05-10', '2026-05-01', '2026-04-22', '2026-01-01')).toBe(9);
    // Four gaps: 1, 2, 9, 100; the lower of the two in the middle.
    expect(visits('2026-05-10', '2026-05-09', '2026-05-07', '2026-04-28', '2026-01-18')).toBe(2);
  });

  it('S18 misses nobody before twice the gap and two weeks have passed', () => {
    expect(missedFrom(day('2026-05-01'), 9)).toBe('2026-05-20');
    expect(missedFrom(day('2026-05-01'), 1)).toBe('2026-05-15');
    expect(missedFrom(day('2026-05-01'), 7)).toBe('2026-05-16');
  });
});

describe('an occasion', () => {
  it('says the day it is about, where it is about one', () => {
    const festival = DEFAULT_RULES.care.festivals.find(({ id }) => id === 'mid-autumn');
    if (festival === undefined) throw new Error('a new store keeps 中秋');
    const midAutumn = OCCASION.festival(festival, day('2026-09-25'));
    expect(dayOfOccasion(midAutumn)).toBe('2026-09-25');
    expect(festivalOfOccasion(midAutumn, DEFAULT_RULES.care.festivals)).toBe(festival);
    expect(festivalOfOccasion('gone:2026-09-25', DEFAULT_RULES.care.festivals)).toBeUndefined();
    expect(dayOfOccasion(OCCASION.silence(day('2026-02-01')))).toBe('2026-02-01');
    expect(dayOfOccasion(OCCASION.nurture(7))).toBeNull();
    expect(dayOfOccasion(OCCASION.complaint('0190a5d0', 1_700_000_000_000))).toBeNull();
  });
});

describe('the order of the day', () => {
  it('knows every kind once: who was let down first, offers last', () => {
    expect([...PRIORITY].sort()).toEqual([...TASK_KINDS].sort());
    expect(rankOfKind('complaint_follow_up')).toBe(0);
    const offers = DEFAULT_RULES.care.scripts.filter(
      ({ content, cause }) => content === 'offer' && cause === null,
    );
    const firstOffer = Math.min(...offers.map(({ kind }) => rankOfKind(kind)));
    expect(PRIORITY.slice(firstOffer)).toEqual(['invitation', 'nurture', 'dormant']);
  });
});

describe('a task loses its reason', () => {
  const ground: TaskGround = {
    kind: 'by_hand',
    occasion: 'x',
    memberActive: true,
    died: false,
    lastVisit: day('2026-02-01'),
    visits: 5,
    birthday: { month: 2, day: 29 },
    billStands: true,
    friendVisits: null,
    resolvedAt: null,
    planEnded: false,
    eventCancelled: false,
  };
  const lost = (more: Partial<TaskGround>) => lostReasonOf({ ...ground, ...more });

  it('when the member is gone, has died, or what it belongs to has ended', () => {
    expect(lost({})).toBeNull();
    expect(lost({ memberActive: false })).toBe('member_gone');
    expect(lost({ died: true })).toBe('died');
    expect(lost({ planEnded: true })).toBe('plan_ended');
    expect(lost({ eventCancelled: true })).toBe('event_cancelled');
  });

  it('when who was silent has come back', () => {
    for (const kind of ['churn', 'dormant', 'win_back'] as const) {
      expect(lost({ kind, occasion: '2026-02-01' })).toBeNull();
      expect(lost({ kind, occasion: '2026-01-31' })).toBe('came_back');
      // The bill was taken back: they have not been here since.
      expect(lost({ kind, occasion: '2026-02-01', lastVisit: day('2026-01-15') })).toBeNull();
    }
  });

  it('when who had never bought has, when a bill went back, when a friend brought nothing', () => {
    expect(lost({ kind: 'nurture' })).toBe('bought');
    expect(lost({ kind: 'nurture', visits: 0 })).toBeNull();
    expect(lost({ kind: 'first_purchase', billStands: false })).toBe('went_back');
    expect(lost({ kind: 'referral_thanks', friendVisits: 0 })).toBe('went_back');
    expect(lost({ kind: 'referral_thanks', friendVisits: 1 })).toBeNull();
  });

  it('when the complaint is open again, or was resolved anew since', () => {
    const followUp = { kind: 'complaint_follow_up', occasion: OCCASION.complaint('c', 1000) } as const;
    expect(lost({ ...followUp, resolvedAt: 1000 })).toBeNull();
    expect(lost({ ...followUp, resolvedAt: null })).toBe('reopened');
    expect(lost({ ...followUp, resolvedAt: 2000 })).toBe('reopened');
  });

  it('when the birthday was another one; who was born on 29 February has it on the 28th', () => {
    const birthday = (occasion: string) => lost({ kind: 'birthday', occasion });
    expect(birthday('2026-02-28')).toBeNull();
    expect(birthday('2028-02-29')).toBeNull();
    expect(birthday('2026-03-01')).toBe('birthday_changed');
    expect(lost({ kind: 'birthday', occasion: '2026-02-28', birthday: null })).toBe('birthday_changed');
  });
});
