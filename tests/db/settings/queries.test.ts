import { appendRules } from '@db/settings/commands';
import { currentRules, ruleRecords, rulesFrom, ruleVersions, versionsFromNowOn } from '@db/settings/queries';
import { newestOf, plansAfter } from '@domain/settings/change-rules';
import { inForceOn } from '@domain/settings/in-force';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen } from '@domain/units';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

const OWNER = '0190a5d0-0000-7000-8000-000000000002';
const by = { staffId: OWNER, now: STORE_NOW };
const day = (number: number) => businessDate(`2026-06-${String(number).padStart(2, '0')}`);
const dearer = (perFen: number) => ({
  ...DEFAULT_RULES,
  points: { ...DEFAULT_RULES.points, earn: { ...DEFAULT_RULES.points.earn, perFen: fen(perFen) } },
});

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());
const append = (rules: typeof DEFAULT_RULES, effectiveFrom = day(1)) =>
  store.db.transaction().execute((tx) => appendRules(tx, { rules, effectiveFrom }, by));

describe('versions of the rules', () => {
  it('come back as they were written, with who made them', async () => {
    expect(await append(dearer(200))).toBe(2);
    const [, second] = await ruleRecords(store.db);
    expect(second).toEqual({
      version: 2,
      effectiveFrom: day(1),
      rules: dearer(200),
      madeAt: STORE_NOW,
      staffName: '店主',
    });
  });

  it('of an older Shuke have the parts that came later as a new store has them, and keep their own', () => {
    const { points, complaints, ...later } = DEFAULT_RULES;
    const older = {
      points: { ...points, adjustDailyLimit: 500 },
      complaints: { responseHours: 12, resolutionHours: 48 },
    };
    expect(rulesFrom(JSON.stringify(older))).toEqual({
      ...later,
      points: older.points,
      complaints: { ...complaints, ...older.complaints },
    });
    const rare = { care: { dormantDays: 60 }, surveys: { pauseDays: 7 } };
    expect(rulesFrom(JSON.stringify({ ...older, ...rare }))).toMatchObject({
      care: { ...DEFAULT_RULES.care, dormantDays: 60 },
      surveys: { ...DEFAULT_RULES.surveys, pauseDays: 7 },
    });
  });

  it('are read from their text once, though others are read in between, as every sale of an older shop does', () => {
    const [one, other] = [dearer(1), dearer(2)].map((rules) => JSON.stringify(rules));
    const first = rulesFrom(one ?? '');
    expect(rulesFrom(other ?? '')).not.toEqual(first);
    expect(rulesFrom(one ?? '')).toBe(first);
  });

  it('cannot be rewritten or taken away', () => {
    expect(() => store.raw.exec("update rule_version set rules = '{}'")).toThrow();
    expect(() => store.raw.exec('delete from rule_version')).toThrow();
  });

  it('in force on a day: SQL finds what the rule says, whatever was planned in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), async (from, on) => {
        await append(dearer(100 + from), day(from));
        const versions = await ruleVersions(store.db);
        expect(await currentRules(store.db, day(on))).toEqual(inForceOn(versions, day(on)));
        const toCome = await versionsFromNowOn(store.db, day(on));
        expect(inForceOn(toCome, day(on))).toEqual(inForceOn(versions, day(on)));
        expect(plansAfter(toCome, day(on))).toEqual(plansAfter(versions, day(on)));
        expect(newestOf(toCome)).toBe(newestOf(versions));
      }),
      { numRuns: 25 },
    );
  });
});
