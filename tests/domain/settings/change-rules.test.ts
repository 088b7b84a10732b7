import { Refusal } from '@domain/refusal';
import { decideRuleChange, standingPlans, type VersionDraft } from '@domain/settings/change-rules';
import { inForceOn } from '@domain/settings/in-force';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { rulesAt } from './rules-with';

const day = businessDate;
const TODAY = day('2026-11-22');
const first = { version: 1, effectiveFrom: day('2000-01-01'), rules: DEFAULT_RULES };
const perFen = (value: number, rules = DEFAULT_RULES) => rulesAt('points.earn.perFen', value, rules);

/** A shop whose rules are changed again and again; versions are numbered as they come. */
class Shop {
  versions = [first];

  decide(rules: ShopRules, from: string, more: object = {}) {
    const basedOn = this.versions.length;
    return decideRuleChange({
      versions: this.versions,
      basedOn,
      rules,
      from: day(from),
      today: TODAY,
      ...more,
    });
  }
  change(rules: ShopRules, from: string): readonly VersionDraft[] {
    const drafts = this.decide(rules, from);
    if (drafts instanceof Refusal) throw new Error(`refused: ${drafts.code}`);
    for (const draft of drafts) this.versions.push({ version: this.versions.length + 1, ...draft });
    return drafts;
  }
  on = (date: string) => inForceOn(this.versions, day(date))?.rules ?? DEFAULT_RULES;
  planned = () => standingPlans(this.versions, TODAY).map(({ effectiveFrom }) => effectiveFrom);
}

describe('a change of the rules', () => {
  it('holds from its day on, not before', () => {
    const shop = new Shop();
    shop.change(perFen(200), '2026-12-01');
    expect([shop.on('2026-11-30'), shop.on('2026-12-01')]).toEqual([DEFAULT_RULES, perFen(200)]);
    expect(shop.planned()).toEqual(['2026-12-01']);
  });

  it('cannot hold from a day that is over', () => {
    expect(new Shop().decide(perFen(200), '2026-11-21')).toMatchObject({ code: 'effective_in_past' });
    expect(new Shop().decide(perFen(200), TODAY)).toHaveLength(1);
  });

  it('must have been made from the newest version, in force or planned', () => {
    const shop = new Shop();
    shop.change(perFen(200), '2026-12-01');
    expect(shop.decide(perFen(300), TODAY, { basedOn: 1 })).toMatchObject({ code: 'changed_meanwhile' });
  });

  it('that changes nothing writes nothing', () => {
    expect(new Shop().change(structuredClone(DEFAULT_RULES), TODAY)).toEqual([]);
  });

  it('that no bill could follow is refused with the rule', () => {
    expect(new Shop().decide(perFen(0), TODAY)).toEqual(
      new Refusal('invalid_rule', { rule: 'earn_rate', at: 'points.earn.perFen' }),
    );
  });
});

describe('plans', () => {
  it('follow a change that comes after them, and keep what they plan', () => {
    const shop = new Shop();
    shop.change(perFen(200), '2026-12-01');
    shop.change(rulesAt('tiers.loyal.money', 80_000), TODAY);
    expect(shop.on(TODAY)).toEqual(rulesAt('tiers.loyal.money', 80_000));
    expect(shop.on('2026-12-01')).toEqual(perFen(200, rulesAt('tiers.loyal.money', 80_000)));
    expect(shop.planned()).toEqual(['2026-12-01']);
  });

  it('are left alone by what comes after their day', () => {
    const shop = new Shop();
    shop.change(perFen(200), '2026-12-01');
    expect(shop.change(perFen(300), '2026-12-10')).toHaveLength(1);
    expect([shop.on('2026-12-09'), shop.on('2026-12-10')]).toEqual([perFen(200), perFen(300)]);
  });

  it('are withdrawn by the rules of the day before them, and what was built on them follows', () => {
    const shop = new Shop();
    shop.change(perFen(200), '2026-12-01');
    shop.change(rulesAt('tiers.loyal.money', 80_000, perFen(200)), '2026-12-10');
    shop.change(shop.on('2026-11-30'), '2026-12-01');
    expect(shop.on('2026-12-01')).toEqual(DEFAULT_RULES);
    expect(shop.on('2026-12-10')).toEqual(rulesAt('tiers.loyal.money', 80_000));
    expect(shop.planned()).toEqual(['2026-12-10']);
  });

  it('that could not follow a change make it refused, with their day', () => {
    const shop = new Shop();
    shop.change(rulesAt('tiers.vip.money', 120_000), '2026-12-01');
    expect(shop.decide(rulesAt('tiers.loyal.money', 200_000), TODAY)).toEqual(
      new Refusal('plan_conflict', { effectiveFrom: day('2026-12-01') }),
    );
  });
});
