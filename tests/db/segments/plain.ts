import { completenessOf } from '@domain/members/completeness';
import type { Condition, SegmentRule } from '@domain/segments/segment';
import { ADVISER, ago, type Person } from './people';

/** The rule evaluated in plain JavaScript over the same facts: what the SQL must equal. */
export const isIn = (person: Person, rule: SegmentRule): boolean =>
  rule.all.every(({ any }) => any.some((condition) => meets(person, condition)));

function meets(person: Person, condition: Condition): boolean {
  const holds = known(person, condition);
  return condition.not ? !holds : holds;
}

function known(person: Person, condition: Condition): boolean {
  switch (condition.kind) {
    case 'choice':
      return wordsOf(person, condition.fact).some((word) => condition.in.includes(word));
    case 'number': {
      const value = NUMBERS[condition.fact](person);
      if (value === null) return false;
      return (condition.from ?? value) <= value && value <= (condition.to ?? value);
    }
    case 'yes':
      return truthOf(person, condition.fact);
    case 'text':
      if (condition.fact === 'tag') return person.tags.includes(condition.is);
      if (condition.fact === 'interest') return person.interests.includes(condition.is);
      return person.profile?.occupation === condition.is;
    case 'bought':
      return (
        person.bills.filter(
          ({ ago: days, products, back }) =>
            days < condition.withinDays && back !== 'all' && products.includes(condition.product),
        ).length >= condition.times
      );
  }
}

type ChoiceOf = Extract<Condition, { kind: 'choice' }>['fact'];
type NumberOf = Extract<Condition, { kind: 'number' }>['fact'];
type YesOf = Extract<Condition, { kind: 'yes' }>['fact'];

const TRAIT_BITS = { loyalty: 1, buying_power: 2, referral: 4, participation: 8 };

function wordsOf({ profile, insight, ...person }: Person, fact: ChoiceOf): string[] {
  const one = (word: string | number | null | undefined) => (word == null ? [] : [String(word)]);
  switch (fact) {
    case 'tier':
      return [person.tier];
    case 'class':
      return one(insight?.class);
    case 'class_before':
      return one(insight?.classBefore);
    case 'value':
      return one(insight?.value);
    case 'stage':
      return one(insight?.stage);
    case 'relation':
      if (insight === null) return [];
      if (insight.stage === 'lost') return ['lost'];
      return [insight.stage === 'attract' || insight.stage === 'convert' ? 'new' : 'old'];
    case 'rfm_group':
      return one(insight?.rfm);
    case 'trait':
      return Object.entries(TRAIT_BITS).flatMap(([trait, bit]) =>
        ((insight?.traits ?? 0) & bit) === 0 ? [] : [trait],
      );
    case 'cluster':
      return one(insight?.cluster);
    case 'gender':
      return one(person.gender);
    case 'source':
      return [person.source];
    case 'adviser':
      return person.advised ? [ADVISER] : [];
    case 'income':
      return one(profile?.income);
    case 'education':
      return one(profile?.education);
    case 'price_sensitivity':
      return one(profile?.priceSensitivity);
    case 'need':
      return [...(profile?.needs ?? [])];
  }
}

const standing = (person: Person) => person.bills.filter(({ back }) => back !== 'all');

/** Null = unknown. */
const NUMBERS: Readonly<Record<NumberOf, (person: Person) => number | null>> = {
  visits: (person) => standing(person).length,
  visits_12_months: ({ insight }) => insight?.yearBills ?? null,
  spent: ({ insight }) => insight?.spent ?? null,
  spent_12_months: ({ insight }) => insight?.yearSpent ?? null,
  average_ticket: ({ insight }) =>
    insight === null || insight.bills === 0 ? null : Math.trunc(insight.spent / insight.bills),
  points: ({ points }) => points,
  usable_coupons: ({ coupons }) => coupons,
  silent_days: (person) =>
    standing(person).length === 0 ? null : Math.min(...standing(person).map((bill) => bill.ago)),
  usual_gap: ({ insight }) => insight?.gap ?? null,
  member_days: ({ joined }) => joined,
  age: ({ born }) => (born === null || born.year === null ? null : ageOf(born.year, born.month, born.day)),
  birthday_month: ({ born }) => born?.month ?? null,
  joined_month: ({ joined }) => new Date(`${ago(joined)}T00:00:00Z`).getUTCMonth() + 1,
  recency_score: ({ insight }) => insight?.scores?.[0] ?? null,
  frequency_score: ({ insight }) => insight?.scores?.[1] ?? null,
  money_score: ({ insight }) => insight?.scores?.[2] ?? null,
  base_score: (person) => (person.insight === null ? null : wordsOf(person, 'trait').length),
  alive_percent: ({ insight }) => (insight?.alive == null ? null : Math.floor(insight.alive / 10)),
  expected_money: ({ insight }) => insight?.expected ?? null,
  referrals: ({ insight }) => insight?.referrals ?? null,
  completeness: (person) => completeness(person),
  complaints_12_months: ({ complaints }) => complaints.filter((complaint) => complaint.ago < 365).length,
  last_satisfaction: ({ answers }) => lastScore(answers.map(({ satisfaction }) => satisfaction)),
  last_recommend: ({ answers }) => lastScore(answers.map(({ recommend }) => recommend)),
};

const lastScore = (scores: readonly (number | null)[]) => scores.findLast((score) => score !== null) ?? null;

/** On 2026-05-18. */
const ageOf = (year: number, month: number, day: number) => 2026 - year - (month * 100 + day > 518 ? 1 : 0);

export const completeness = (person: Person): number =>
  completenessOf({
    name: person.name !== '',
    phone: person.phone === 'right',
    birthday: person.born !== null,
    birth_year: person.born !== null && person.born.year !== null,
    gender: person.gender !== null,
    data_consent: person.data.at(-1) === 'given',
    marketing_asked: person.marketing.length > 0,
    preferences: person.tags.length > 0 || person.note !== '',
    occupation: (person.profile?.occupation ?? '') !== '',
    need: (person.profile?.needs ?? []).length > 0,
    interest: person.interests.length > 0,
  });

function truthOf(person: Person, fact: YesOf): boolean {
  switch (fact) {
    case 'agreed_to_marketing':
      return person.marketing.at(-1) === 'given';
    case 'agreed_to_data':
      return person.data.at(-1) === 'given';
    case 'has_phone':
      return person.phone === 'right';
    case 'has_birthday':
      return person.born !== null;
    case 'open_complaint':
      return person.complaints.some(({ closed }) => !closed);
    case 'warned':
      // Only somebody who has ever come can stay away.
      return person.insight?.warned === true && standing(person).length > 0;
    case 'excluded':
      return person.insight?.excluded === true;
    case 'came_to_event':
      return person.event === 'attended';
  }
}
