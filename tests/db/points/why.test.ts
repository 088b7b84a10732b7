import { sweepExpired } from '@db/points/commands';
import { openLots, usablePoints } from '@db/points/queries';
import { whyBalance, whyLot } from '@db/points/why';
import { addDays } from '@domain/calendar/business-day';
import { decideRedeem } from '@domain/points/redeem';
import { decideRestore } from '@domain/points/restore';
import { Refusal } from '@domain/refusal';
import { type BusinessDate, points } from '@domain/units';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aMember, append, clawBack, earn, LEDGER_DAY, stampOn } from './ledger-file';

let store: StoreFile;
let zhang: string;
beforeEach(async () => {
  store = aStoreFile();
  zhang = await aMember(store);
});
afterEach(() => store.close());

const sumOf = (parts: readonly { readonly points: number }[]) =>
  parts.reduce((sum, part) => sum + part.points, 0);

const redeem = (count: number, memberId = zhang, today = LEDGER_DAY) =>
  append(store, memberId, today, (holdings) => {
    const drafts = decideRedeem(holdings, points(count), today);
    return drafts instanceof Refusal ? [] : drafts;
  });

describe('why a balance is what it is', () => {
  it('tells every kind of entry with its sum, in the order in which they came', async () => {
    await earn(store, zhang, 100, { lastDay: '2027-05-31' });
    await earn(store, zhang, 50, { lastDay: '2027-05-31' });
    await redeem(30);
    expect(await whyBalance(store.db, zhang, LEDGER_DAY)).toEqual({
      balance: 120,
      lapsedUnwritten: 0,
      debt: 0,
      byKind: [
        { kind: 'opening', entries: 2, points: 150 },
        { kind: 'redeem', entries: 1, points: -30 },
      ],
      worth: { points: 100, worthFen: 100 },
      rule: { version: 1, effectiveFrom: '2000-01-01' },
    });
  });

  it('says what has lapsed and is not in the ledger yet: it is not in the balance either', async () => {
    await earn(store, zhang, 100, { lastDay: '2026-05-17' });
    await earn(store, zhang, 7);
    expect(await whyBalance(store.db, zhang, LEDGER_DAY)).toMatchObject({ balance: 7, lapsedUnwritten: 100 });
  });

  it('says what is owed', async () => {
    await earn(store, zhang, 10);
    await clawBack(store, zhang, 25);
    expect(await whyBalance(store.db, zhang, LEDGER_DAY)).toMatchObject({ balance: -15, debt: 15 });
  });

  it('says nothing of somebody who is not there, and zero of somebody new', async () => {
    expect(await whyBalance(store.db, newId(), LEDGER_DAY)).toBeNull();
    expect(await whyBalance(store.db, zhang, LEDGER_DAY)).toMatchObject({ balance: 0, byKind: [] });
  });

  type Step =
    | { do: 'earn'; count: number; lasts: number | null }
    | { do: 'redeem' | 'claw'; count: number }
    | { do: 'day' | 'sweep' };
  const someStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      do: fc.constant('earn' as const),
      count: fc.integer({ min: 1, max: 90 }),
      lasts: fc.constantFrom(null, 0, 3, 40),
    }),
    fc.record({
      do: fc.constantFrom('redeem' as const, 'claw' as const),
      count: fc.integer({ min: 1, max: 90 }),
    }),
    fc.record({ do: fc.constantFrom('day' as const, 'sweep' as const) }),
  );
  /** Does one step on `today`; answers the day after it. */
  async function take(step: Step, memberId: string, today: BusinessDate): Promise<BusinessDate> {
    switch (step.do) {
      case 'earn': {
        const lastDay = step.lasts === null ? null : addDays(today, step.lasts);
        await earn(store, memberId, step.count, { lastDay, today });
        return today;
      }
      case 'redeem':
        await redeem(step.count, memberId, today);
        return today;
      case 'claw':
        await clawBack(store, memberId, step.count, today);
        return today;
      case 'sweep':
        await store.db.transaction().execute((tx) => sweepExpired(tx, today, stampOn(today), 100));
        return today;
      case 'day':
        return addDays(today, 2);
    }
  }

  test('the kinds less what lapsed unwritten are the balance shown, after any ledger; lots are their moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 3, maxLength: 12 }), async (steps) => {
        const memberId = await aMember(store);
        let today = LEDGER_DAY;
        for (const step of steps) today = await take(step, memberId, today);

        const why = await whyBalance(store.db, memberId, today);
        const shown = await usablePoints(store.db, memberId, today);
        expect(why?.balance).toBe(shown.usable);
        expect(sumOf(why?.byKind ?? []) - (why?.lapsedUnwritten ?? 0)).toBe(shown.usable);
        expect(why?.debt).toBe(shown.debt);
        for (const lot of await openLots(store.db, memberId, today)) {
          const told = await whyLot(store.db, lot.id);
          expect(sumOf(told?.moves ?? [])).toBe(lot.remaining);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('why a lot lapses when it does', () => {
  const onlyLot = async (today = LEDGER_DAY) => {
    const [lot] = await openLots(store.db, zhang, today);
    if (lot === undefined) throw new Error('no lot');
    return lot;
  };

  it('tells when it was earned, by which rule, and where its points went', async () => {
    await earn(store, zhang, 100, { lastDay: '2027-05-31' });
    await redeem(30);
    const lot = await onlyLot();
    expect(await whyLot(store.db, lot.id)).toMatchObject({
      earnedOn: LEDGER_DAY,
      lastDay: '2027-05-31',
      points: 100,
      remaining: 70,
      kind: 'opening',
      revived: false,
      expiryMonths: 12,
      rule: { version: 1, effectiveFrom: '2000-01-01' },
      moves: [
        { kind: 'opening', points: 100 },
        { kind: 'redeem', points: -30 },
      ],
    });
  });

  it('keeps to the rules under which it was made when the shop has changed them since', async () => {
    await earn(store, zhang, 100, { lastDay: '2027-05-31' });
    store.raw
      .prepare(
        `insert into rule_version (rules, staff_id, made_at, effective_from)
         select json_set(rules, '$.points.expiryMonths', 3), staff_id, 0, '2026-05-01' from rule_version`,
      )
      .run();
    expect(await whyLot(store.db, (await onlyLot()).id)).toMatchObject({
      expiryMonths: 12,
      rule: { version: 1 },
    });
  });

  it('says of points that a refund brought back that they live their last days anew', async () => {
    await earn(store, zhang, 100, { lastDay: '2026-05-31' });
    const lot = await onlyLot();
    await redeem(100);
    const later = addDays(LEDGER_DAY, 20);
    const back = {
      uses: [{ lot, points: points(100) }],
      before: points(0),
      restored: points(60),
      today: later,
      rules: { restoredLotDays: 30 },
      newId,
    };
    await append(store, zhang, later, () => decideRestore(back));
    const revived = await onlyLot(later);
    expect(await whyLot(store.db, revived.id)).toMatchObject({
      revived: true,
      kind: 'restore',
      earnedOn: LEDGER_DAY,
      lastDay: addDays(later, 30),
      restoredLotDays: 30,
    });
  });

  it('says nothing of a lot that is not there', async () => {
    expect(await whyLot(store.db, newId())).toBeNull();
  });
});

it('every question is answered from an index', async () => {
  await earn(store, zhang, 100);
  const [lot] = await openLots(store.db, zhang, LEDGER_DAY);
  const plans = await plansOf(store, async (db) => {
    await whyBalance(db, zhang, LEDGER_DAY);
    await whyLot(db, lot?.id ?? '');
  });
  expect(plans).toContain('points_entry_member');
  expect(plans).toContain('points_lot_open');
  expect(plans).toContain('points_move_lot');
  expect(plans).not.toMatch(/SCAN (points_|purchase|member)/);
});
