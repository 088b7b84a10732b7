import { SOURCES } from '@db/care/generate/sources';
import { rebuildLookup } from '@db/members/lookup-rows';
import { businessDate, instant } from '@domain/units';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { insertComplaint } from './complaint-rows';
import { type MemberFacts, madeOn } from './morning-reference';

/** SHUKE_CARE_RUNS=200 draws so many new histories; without it they are the same at every run. */
const DRAWN_ANEW = process.env.SHUKE_CARE_RUNS;
const RUNS = Number(DRAWN_ANEW ?? 8);
const DAY_MS = 86_400_000;
/** Days around which facts and mornings lie: 29 February is among their birthdays, both festivals are near. */
const FIRST_DAY = '2026-01-20';

const back = fc.integer({ min: 0, max: 160 });
const someMember = fc.record({
  joinedBack: fc.integer({ min: 0, max: 1200 }),
  tier: fc.constantFrom('regular' as const, 'regular' as const, 'loyal' as const, 'vip' as const),
  birthday: fc.option(fc.constantFrom<readonly [number, number]>([1, 22], [2, 28], [2, 29], [3, 1], [2, 3])),
  hearsOffers: fc.boolean(),
  broughtByFirst: fc.boolean(),
  bills: fc.array(back, { maxLength: 8 }),
  complaints: fc.array(fc.record({ back, resolvedAfter: fc.option(fc.integer({ min: 0, max: 10 })) }), {
    maxLength: 1,
  }),
  plan: fc.option(fc.record({ firstBack: back, everyMonths: fc.integer({ min: 1, max: 6 }) })),
});

/** The clock is set to a day, and the pass runs so many steps, or to its end. */
const someMorning = fc.record({
  day: fc.integer({ min: 0, max: 40 }),
  stopAfter: fc.option(fc.integer({ min: 1, max: 20 })),
});

type Drawn<Of> = Of extends fc.Arbitrary<infer One> ? One : never;
const nobody: Drawn<typeof someMember> = {
  ...{ joinedBack: 40, tier: 'regular', birthday: null, hearsOffers: false, broughtByFirst: false },
  ...{ bills: [], complaints: [], plan: null },
};

/** Before whatever is drawn: what comes up too seldom to be left to the dice. */
const ALWAYS: [Drawn<typeof someMember>[], Drawn<typeof someMorning>[]] = [
  [
    { ...nobody, joinedBack: 364, bills: [10] },
    { ...nobody, joinedBack: 7, hearsOffers: true },
    { ...nobody, complaints: [{ back: 5, resolvedAfter: 1 }] },
    { ...nobody, birthday: [1, 22] },
    { ...nobody, plan: { firstBack: 10, everyMonths: 1 } },
    { ...nobody, broughtByFirst: true, bills: [3] },
    { ...nobody, tier: 'vip', bills: [80, 70, 60, 50] },
    { ...nobody, tier: 'vip', bills: [100] },
    { ...nobody, hearsOffers: true, bills: [95] },
  ],
  [
    { day: 27, stopAfter: 2 },
    { day: 1, stopAfter: null },
    { day: 1, stopAfter: 3 },
    { day: 0, stopAfter: null },
  ],
];

test(
  `S05 S18 S32 S45 S46 S57 S61 ${RUNS} stores: whatever is broken off, repeated, skipped or set back, each thing is made once`,
  async () => {
    const kinds = new Set<string>();
    const happened = { brokenOff: 0, setBack: 0, repeated: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(someMember, { minLength: 4, maxLength: 10 }),
        fc.array(someMorning, { minLength: 3, maxLength: 8 }),
        async (drawn, mornings) => {
          const shop = await aShop({ ...HERE, now: `${FIRST_DAY}T01:00:00Z` });
          try {
            const members = factsIn(shop, drawn);
            const days = new Set<string>();
            let last = 0;
            for (const { day, stopAfter } of mornings) {
              setClock(shop, day);
              if (day < last) happened.setBack += 1;
              if (days.has(dayAfter(day))) happened.repeated += 1;
              last = day;
              days.add(dayAfter(day));
              if (stopAfter === null) await pass(shop);
              else if (await brokenPass(shop, stopAfter)) happened.brokenOff += 1;
            }
            // Each of those mornings comes to its end at last, in no order of time.
            for (const { day } of mornings.toReversed()) {
              setClock(shop, day);
              await pass(shop);
            }
            const made = shop
              .raw()
              .prepare<[], string>(
                "select member_id || ' ' || kind || ' ' || occasion from care_task order by 1",
              )
              .pluck()
              .all();
            const expected = [...new Set([...days].flatMap((day) => madeOn(day, members)))];
            expect(made).toEqual(expected.sort());
            for (const task of made) kinds.add(task.split(' ')[1] ?? '');
            expect(shop.reported).toEqual([]);
          } finally {
            await shop.close();
          }
        },
      ),
      { numRuns: RUNS, examples: [ALWAYS], ...(DRAWN_ANEW === undefined ? { seed: 42 } : {}) },
    );
    // Laws that nothing was put to would hold by themselves.
    const generated = SOURCES.flatMap((source) => source.kinds);
    expect(generated.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(Object.entries(happened).filter(([, times]) => times === 0)).toEqual([]);
  },
  30_000 + RUNS * 10_000,
);

const dayAfter = (days: number): string =>
  new Date(Date.parse(FIRST_DAY) + days * DAY_MS).toISOString().slice(0, 10);

function setClock(shop: TestShop, day: number): void {
  shop.clock.now = instant(Date.parse(`${FIRST_DAY}T01:00:00Z`) + day * DAY_MS);
}

async function pass(shop: TestShop): Promise<void> {
  shop.main.daily.wakeAgain();
  await shop.main.daily.settled();
}

/** Ends after so many steps, as when the shop is closed in the middle; false when it was over before. */
async function brokenPass(shop: TestShop, steps: number): Promise<boolean> {
  let taken = 0;
  const { lookup } = shop.main.app.session.shop();
  const follow = lookup.follow.bind(lookup);
  lookup.follow = (touched) => {
    taken += 1;
    if (taken === steps) void shop.main.daily.stop();
    follow(touched);
  };
  await pass(shop);
  lookup.follow = follow;
  return taken === steps;
}

/** Writes what was drawn into the store, as bare rows, and says it in the reference's words. */
function factsIn(shop: TestShop, drawn: readonly Drawn<typeof someMember>[]) {
  const raw = shop.raw();
  const before = (days: number) => dayAfter(-days);
  const ids = insertMembers(
    raw,
    drawn.map(({ joinedBack }, index) => ({ name: `张${index}`, joinedOn: before(joinedBack) })),
  );
  const members = drawn.map((one, index): MemberFacts => {
    const id = ids[index] ?? '';
    const referrerId = one.broughtByFirst && index > 0 ? (ids[0] ?? null) : null;
    const days = one.bills.map(before).sort();
    const bills = insertBills(
      raw,
      days.map((on, at) => ({ memberId: id, on, at: Date.parse(on) + at })),
    );
    const complaints = one.complaints.map(({ back: days, resolvedAfter }) => {
      const on = before(days);
      const resolvedAt =
        resolvedAfter === null ? null : Date.parse(`${on}T08:00:00Z`) + resolvedAfter * DAY_MS;
      return { id: insertComplaint(raw, id, { on, resolvedAt }), on, resolvedAt };
    });
    raw
      .prepare(
        'update member set tier = ?, tier_fixed = 1, birth_month = ?, birth_day = ?, referrer_id = ? where id = ?',
      )
      .run(one.tier, one.birthday?.[0] ?? null, one.birthday?.[1] ?? null, referrerId, id);
    if (one.hearsOffers)
      raw
        .prepare(
          `insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
            values (?, ?, 'marketing', 'given', '1', 'counter', (select id from staff limit 1), 0)`,
        )
        .run(`consent ${id}`, id);
    const plan =
      one.plan === null
        ? null
        : { id: `plan ${id}`, firstOn: before(one.plan.firstBack), everyMonths: one.plan.everyMonths };
    if (plan !== null)
      raw
        .prepare(
          `insert into care_plan (id, member_id, what, every_months, first_on, made_at, staff_id)
            values (?, ?, '换滤芯', ?, ?, 0, (select id from staff limit 1))`,
        )
        .run(plan.id, id, plan.everyMonths, plan.firstOn);
    return {
      id,
      plan,
      joinedOn: before(one.joinedBack),
      tier: one.tier,
      birthday: one.birthday,
      hearsOffers: one.hearsOffers,
      referrerId,
      bills: days.map((on, at) => ({ id: bills[at] ?? '', on })),
      complaints,
    };
  });
  rebuildLookup(raw, businessDate(FIRST_DAY));
  return members;
}
