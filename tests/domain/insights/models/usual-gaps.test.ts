import { addDays, dateOfDay } from '@domain/calendar/business-day';
import { usualGap } from '@domain/care/usual-gap';
import { usualGaps } from '@domain/insights/models/usual-gaps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visits } from './stores';

const AS_OF = 20_000;

describe('the usual gap of every member', () => {
  it('S18 is that of the care lists, for any days and any as-of day', () => {
    const member = fc.array(fc.integer({ min: AS_OF - 300, max: AS_OF + 30 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), (members) => {
        const sorted = members.map((days) => [...days].sort((a, b) => a - b));
        const theirs = sorted.map((days) => {
          const known = [...new Set(days.filter((day) => day <= AS_OF))].reverse();
          return usualGap(known.map((day) => addDays(dateOfDay(0), day))) ?? -1;
        });
        expect([...usualGaps(visits(...sorted), AS_OF)]).toEqual(theirs);
      }),
    );
  });

  it('S18 holds more bills of one member than anybody was thought to have', () => {
    const daily = Array.from({ length: 1000 }, (_, i) => AS_OF - 2000 + 2 * i);
    expect([...usualGaps(visits([1, 2, 3], daily), AS_OF)]).toEqual([-1, 2]);
  });
});
