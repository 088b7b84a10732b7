import {
  CHOICE_FACTS,
  type ChoiceFact,
  type Condition,
  NUMBER_FACTS,
  type NumberFact,
  TEXT_FACTS,
  type TextFact,
} from '@domain/segments/segment';

/** Whatever a condition can be about. */
export type Fact = Exclude<Condition, { readonly kind: 'bought' }>['fact'] | 'bought';

/** All of them, each once, in the order in which an owner thinks of them. */
export const GROUPS = [
  {
    group: 'buying',
    facts: [
      'silent_days',
      'visits',
      'visits_12_months',
      'spent',
      'spent_12_months',
      'average_ticket',
      'usual_gap',
      'points',
      'usable_coupons',
    ],
  },
  {
    group: 'worth',
    facts: [
      'tier',
      'class',
      'class_before',
      'value',
      'stage',
      'relation',
      'warned',
      'excluded',
      'rfm_group',
      'recency_score',
      'frequency_score',
      'money_score',
      'base_score',
      'trait',
      'alive_percent',
      'expected_money',
      'cluster',
    ],
  },
  {
    group: 'person',
    facts: [
      'birthday_month',
      'age',
      'gender',
      'tag',
      'interest',
      'occupation',
      'income',
      'education',
      'price_sensitivity',
      'need',
      'source',
      'referrals',
      'member_days',
      'joined_month',
      'adviser',
    ],
  },
  {
    group: 'contact',
    facts: [
      'agreed_to_marketing',
      'agreed_to_data',
      'has_phone',
      'has_birthday',
      'completeness',
      'came_to_event',
    ],
  },
  { group: 'goods', facts: ['bought'] },
  {
    group: 'voice',
    facts: ['open_complaint', 'complaints_12_months', 'last_satisfaction', 'last_recommend'],
  },
] as const satisfies readonly { readonly group: string; readonly facts: readonly Fact[] }[];

const isOf = <F extends Fact>(facts: readonly F[], fact: Fact): fact is F =>
  (facts as readonly Fact[]).includes(fact); // widened only to be asked

export const isChoice = (fact: Fact): fact is ChoiceFact => isOf(CHOICE_FACTS, fact);
export const isNumber = (fact: Fact): fact is NumberFact => isOf(NUMBER_FACTS, fact);
export const isText = (fact: Fact): fact is TextFact => isOf(TEXT_FACTS, fact);

type Group = (typeof GROUPS)[number]['group'];
interface Found {
  readonly group: Group;
  readonly facts: readonly Fact[];
}

/**
 * Those whose word holds all that was typed; where there is none, those of the groups whose word does.
 * Nothing typed = all of them.
 */
export function factsLike(
  text: string,
  wordOf: (fact: Fact) => string,
  groupWord: (group: Group) => string,
): readonly Found[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  const holds = (words: string) => wanted.every((part) => folded(words).includes(part));
  const byFact = GROUPS.map(({ group, facts }) => ({
    group,
    facts: facts.filter((fact: Fact) => holds(wordOf(fact))),
  })).filter(({ facts }) => facts.length > 0);
  return byFact.length > 0 ? byFact : GROUPS.filter(({ group }) => holds(groupWord(group)));
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
