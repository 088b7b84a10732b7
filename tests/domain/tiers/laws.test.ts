import type { TierRules } from '@domain/settings/shop-rules';
import type { TierChange } from '@domain/tiers/standing';
import { rankOf, TIERS } from '@domain/tiers/tier';
import { qualifiedBy, takingsOn } from '@domain/tiers/window';
import { fen } from '@domain/units';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EveryDay, type Happening, monthsOn, plusDays } from './every-day';
import { NowAndThen } from './now-and-then';
import { RULES } from './shop-rules';

const RUNS = 3000;
const FIRST_DAY = '2027-12-25'; // a leap day lies ahead
const DAYS = 280;
const DATES = Array.from({ length: DAYS + 1 }, (_, day) => plusDays(FIRST_DAY, day));

/** Short windows and low thresholds, so that histories reach every edge of them. */
const someRules: fc.Arbitrary<TierRules> = fc
  .record({
    windowMonths: fc.integer({ min: 1, max: 3 }),
    protectionMonths: fc.integer({ min: 1, max: 3 }),
    takeBackDays: fc.constantFrom(0, 5, 30),
    loyal: fc.integer({ min: 1, max: 4 }),
    above: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ loyal, above, ...rules }) => ({
    ...RULES,
    ...rules,
    loyal: { money: fen(loyal * 100), visits: loyal },
    vip: { money: fen((loyal + above) * 100), visits: loyal + above },
  }));

const sale: fc.Arbitrary<Happening> = fc
  .integer({ min: 0, max: 400 })
  .map((amount) => ({ do: 'sale', fen: amount }));
const refund: fc.Arbitrary<Happening> = fc.record({
  do: fc.constant('refund'),
  sale: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4)),
  part: fc.constantFrom('half', 'all'),
});
const hand: fc.Arbitrary<Happening> = fc.record({
  do: fc.constant('hand'),
  level: fc.record({
    tier: fc.constantFrom(...TIERS),
    joinsAutomatic: fc.boolean(),
    days: fc.option(fc.integer({ min: 0, max: 60 })),
  }),
});
const happening = fc.oneof(
  { weight: 10, arbitrary: sale },
  { weight: 5, arbitrary: refund },
  { weight: 1, arbitrary: hand },
);

interface Entry {
  readonly day: number;
  readonly what: Happening | 'pass';
}

/** Happenings on some days, the nightly pass on some, rules that change at most once a day. */
const someHistory = fc.record({
  entries: fc
    .array(
      fc.record({
        day: fc.nat(DAYS),
        what: fc.oneof(
          { weight: 5, arbitrary: happening },
          { weight: 2, arbitrary: fc.constant('pass' as const) },
        ),
      }),
      { maxLength: 60, size: 'max' },
    )
    .map((entries) => entries.toSorted((a, b) => a.day - b.day)),
  /** Made and in force from that point of that day on; or planned long before, in force as the day begins. */
  changes: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: DAYS }),
      planned: fc.boolean(),
      rules: someRules,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3, selector: ({ day }) => day },
  ),
});

/** Follows one history in both ways; `step` is called after everything that happens. */
function follow(
  rules: TierRules,
  { entries, changes }: typeof someHistory extends fc.Arbitrary<infer T> ? T : never,
  step: (both: { slow: EveryDay; quick: NowAndThen }) => void,
) {
  const planned = new Map(
    changes.filter((change) => change.planned).map((change) => [change.day, change.rules]),
  );
  const slow = new EveryDay(FIRST_DAY, rules);
  const versions: [string, TierRules][] = [['2000-01-01', rules]];
  for (const [day, later] of [...planned].toSorted(([a], [b]) => a - b))
    versions.push([plusDays(FIRST_DAY, day), later]);
  const quick = new NowAndThen(plusDays(FIRST_DAY, 0), versions);
  const happened = DATES.map((): Entry['what'][] => []);
  for (const { day, what } of entries) happened[day]?.push(what);
  for (const [day, date] of DATES.entries()) {
    if (day > 0) slow.open(date, planned.get(day));
    quick.open(date);
    const today = happened[day] ?? [];
    const made = changes.find((change) => change.day === day && !change.planned);
    if (made !== undefined)
      today.splice(Math.floor(made.at * (today.length + 1)), 0, { do: 'rules', rules: made.rules });
    for (const what of today) {
      if (what === 'pass') quick.pass();
      else {
        slow.happen(what);
        quick.happen(what);
      }
      step({ slow, quick });
    }
  }
  quick.look();
  return { slow, quick };
}

/** One step of the history against the laws; `previous` is the step before it. */
function checkLaws(change: TierChange, previous: TierChange | undefined) {
  const { kind, before, after, on } = change;
  if (previous !== undefined) expect(before).toEqual(previous.after);
  if (kind === 'down')
    expect(rankOf(before.tier) - rankOf(after.tier), 'never two levels down at once').toBe(1);
  if (kind === 'down' || kind === 'kept')
    expect(before.until !== null && before.until < on, 'never within a protection').toBe(true);
  if (before.fixed && kind !== 'by_hand')
    expect(
      kind === 'hand_ended' && before.until !== null && before.until < on,
      'a fixed level never moves by itself',
    ).toBe(true);
  if (kind === 'up') expect(rankOf(after.tier)).toBeGreaterThan(rankOf(before.tier));
  if (kind === 'kept') expect({ ...after, until: null }).toEqual({ ...before, until: null });
  if (after.tier === 'regular' && !after.fixed) expect(after.until, 'regular needs no protection').toBeNull();
}

const REACHED = ['up', 'down', 'kept', 'taken_back', 'by_hand', 'hand_ended'];

test(`${RUNS} random histories: a level looked at now and then is what judging every single day makes it, and every step keeps the laws of levels`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(someRules, someHistory, (rules, history) => {
      const { slow, quick } = follow(rules, history, () => undefined);
      expect(quick.log).toEqual(slow.log);
      expect(quick.said).toBe(slow.standing);
      for (const [index, change] of quick.history.entries()) {
        checkLaws(change, quick.history[index - 1]);
        seen.set(change.kind, (seen.get(change.kind) ?? 0) + 1);
      }
    }),
    { numRuns: RUNS },
  );
  for (const kind of REACHED) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(100);
}, 120_000);

test('looking twice on a day writes nothing the second time', () => {
  fc.assert(
    fc.property(someRules, someHistory, (rules, history) => {
      follow(rules, history, ({ quick }) => {
        quick.look();
        expect(quick.look()).toBe(0);
      });
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('no bill counts twice: over windows side by side, each is counted in one', () => {
  const day = fc.nat(400).map((days) => plusDays(FIRST_DAY, days));
  const bill = fc.record({
    purchaseId: fc.string(),
    on: day,
    money: fc.nat(1000).map(fen),
    stands: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(bill), fc.integer({ min: 1, max: 12 }), (bills, windowMonths) => {
      const rules = { ...RULES, windowMonths };
      // Month ends would meet clamped; the 25th exists in every month.
      let [money, visits] = [0, 0];
      for (let end = FIRST_DAY; end <= '2030-12-25'; end = monthsOn(end, windowMonths)) {
        const takings = takingsOn(bills, plusDays(end, 0), rules);
        money += takings.money;
        visits += takings.visits;
      }
      expect(money).toBe(bills.reduce((sum, { money: one }) => sum + one, 0));
      expect(visits).toBe(bills.filter(({ stands }) => stands).length);
    }),
    { numRuns: 300 },
  );
});

test('spending more never makes the earned level lower', () => {
  const takings = fc.record({ money: fc.nat(2000).map(fen), visits: fc.nat(20) });
  fc.assert(
    fc.property(someRules, takings, fc.nat(500), fc.nat(3), (rules, now, more, again) => {
      const later = { money: fen(now.money + more), visits: now.visits + again };
      expect(rankOf(qualifiedBy(later, rules))).toBeGreaterThanOrEqual(rankOf(qualifiedBy(now, rules)));
    }),
  );
});
