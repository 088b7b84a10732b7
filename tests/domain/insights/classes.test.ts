import { type ClassRules, classesAWeekBefore, classesOn } from '@domain/insights/classes';
import { NONE_8 } from '@domain/insights/judged';
import { CLASSES } from '@domain/insights/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, anyShuffled, anyStore, historiesOf, shuffled, type Told } from './members';

const RULES: ClassRules = { classA: { purchases: 3, days: 30 }, classBDays: 60, dormantDays: 90 };
const bought = (...daysAgo: number[]): Told => ({ joined: 400, bills: daysAgo.map((ago) => [ago, 10]) });
const named = (classes: Uint8Array) => [...classes].map((place) => CLASSES[place] ?? null);
const classOf = (member: Told, rules = RULES) => named(classesOn(historiesOf([member]), AS_OF, rules))[0];

describe('classes by frequency', () => {
  it('S01 A = three purchases within 30 days, today being one of them', () => {
    expect(classOf(bought(0, 10, 29))).toBe('A');
    expect(classOf(bought(0, 10, 30))).toBe('B');
    expect(classOf(bought(5, 5, 5))).toBe('A');
  });

  it('S02 B = not A, and bought within 60 days; two in a month are B, where the sources leave a gap', () => {
    expect(classOf(bought(59))).toBe('B');
    expect(classOf(bought(2, 20))).toBe('B');
  });

  it('S03 C = bought within the dormant days, longer ago than B', () => {
    expect(classOf(bought(60))).toBe('C');
    expect(classOf(bought(89, 100, 101, 102))).toBe('C');
  });

  it('S04 D = silent for the dormant days, which are a setting', () => {
    expect(classOf(bought(90))).toBe('D');
    expect(classOf(bought(60), { ...RULES, dormantDays: 60 })).toBe('D');
    expect(classOf(bought(74), { ...RULES, dormantDays: 75 })).toBe('C');
  });

  it('S04 who never bought is C from joining on, and D after the same time', () => {
    expect(classOf({ joined: 0, bills: [] })).toBe('C');
    expect(classOf({ joined: 89, bills: [] })).toBe('C');
    expect(classOf({ joined: 90, bills: [] })).toBe('D');
  });

  it('every member has exactly one class, whatever they bought and whatever the settings are', () => {
    const days = fc.integer({ min: 1, max: 365 });
    const rules = fc.record({
      classA: fc.record({ purchases: fc.integer({ min: 1, max: 9 }), days }),
      classBDays: days,
      dormantDays: days,
    });
    fc.assert(
      fc.property(anyStore(), rules, (members, any) => {
        const classes = classesOn(historiesOf(members), AS_OF, any);
        expect(classes).toHaveLength(members.length);
        for (const [i, { joined, bills }] of members.entries()) {
          const ago = bills.map(([days]) => days);
          const silent = Math.min(...ago, bills.length === 0 ? (joined ?? 0) : Number.POSITIVE_INFINITY);
          // The rule as it is written, asked in its order.
          const holds = {
            A: ago.filter((one) => one < any.classA.days).length >= any.classA.purchases,
            B: bills.length > 0 && silent < any.classBDays,
            C: silent < any.dormantDays,
            D: true,
          };
          expect(CLASSES[classes[i] ?? 9]).toBe(CLASSES.find((name) => holds[name]));
        }
      }),
    );
  });

  it('one more purchase never lowers a class', () => {
    fc.assert(
      fc.property(anyStore(1), fc.nat(900), (members, ago) => {
        const [member] = members;
        if (!member) return;
        const before = classesOn(historiesOf([member]), AS_OF, RULES)[0] ?? 9;
        const more = { joined: 1000, bills: [...member.bills, [ago, 1] as const] };
        if (member.bills.length === 0) return;
        expect(classesOn(historiesOf([more]), AS_OF, RULES)[0]).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyShuffled(), ({ members, order }) => {
        const there = classesOn(historiesOf(members), AS_OF, RULES);
        const here = classesOn(historiesOf(shuffled(members, order)), AS_OF, RULES);
        expect([...here]).toEqual(shuffled(there, order));
      }),
    );
  });
});

describe('classes of a week before', () => {
  it('S05 are those that a run of that day would have told', () => {
    const histories = historiesOf([bought(0, 8, 20), bought(96), bought(97)]);
    expect(named(classesOn(histories, AS_OF, RULES))).toEqual(['A', 'D', 'D']);
    expect(named(classesAWeekBefore(histories, AS_OF, RULES))).toEqual(['B', 'C', 'D']);
  });

  it('who was no member then had none', () => {
    const histories = historiesOf([
      { joined: 6, bills: [] },
      { joined: 7, bills: [] },
    ]);
    expect([...classesAWeekBefore(histories, AS_OF, RULES)]).toEqual([NONE_8, CLASSES.indexOf('C')]);
  });
});
