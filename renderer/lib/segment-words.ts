import type { ChoiceFact, Condition, SegmentGroup, SegmentRule } from '@domain/segments/segment';
import type { TFunction } from 'i18next';
import { money, whole } from './format';
import { UNIT_OF, type Unit } from './segment-numbers';

type T = TFunction<readonly ['segments', 'common']>;

/** What a rule is told with: the words, and the names of what the shop has named itself. */
export interface Telling {
  readonly t: T;
  /** `11月`, `November`, of 1 to 12. */
  readonly month: (month: number) => string;
  /** Null for somebody who is not known any more. */
  readonly staff: (id: string) => string | null;
  /** Null before the next run has named its groups. */
  readonly cluster: (cluster: string) => string | null;
}

/** A rule in one plain sentence, wherever one is shown: `等级是 VIP，并且至少 60 天没来的会员`. */
export function segmentWords(rule: SegmentRule, telling: Telling): string {
  const { t } = telling;
  const groups = rule.all.filter(({ any }) => any.length > 0);
  if (groups.length === 0) return t('segments:says.everybody');
  const told = groups.map((group) => groupWords(group, groups.length > 1, telling));
  return t('segments:says.members', { rule: told.join(t('segments:says.and')) });
}

/** Several that stand beside other lines are bracketed: "and" and "or" are never mixed. */
function groupWords({ any }: SegmentGroup, hasOthers: boolean, telling: Telling): string {
  const told = any.map((condition) => conditionWords(condition, telling)).join(telling.t('segments:says.or'));
  return any.length > 1 && hasOthers ? telling.t('segments:says.bracketed', { rule: told }) : told;
}

/** What one condition says of a member, as a part of a sentence. */
function conditionWords(condition: Condition, telling: Telling): string {
  const { t } = telling;
  const how = condition.not ? 'not' : 'yes';
  switch (condition.kind) {
    case 'choice': {
      const words = condition.in.map((value) => choiceWord(condition.fact, value, telling));
      return t(`segments:says.${condition.fact}.${how}`, {
        choices: words.join(t('segments:says.choiceOr')),
      });
    }
    case 'number':
      return t(`segments:says.${condition.fact}.${how}`, {
        range: rangeWords(condition, telling),
      });
    case 'yes':
      return t(`segments:says.${condition.fact}.${how}`);
    case 'text':
      return t(`segments:says.${condition.fact}.${how}`, { text: condition.is });
    case 'bought': {
      const { product, times, withinDays } = condition;
      const days = t('segments:unit.days', { count: withinDays, amount: whole(withinDays) });
      return times === 1
        ? t(`segments:says.boughtOnce.${how}`, { product, days })
        : t(`segments:says.bought.${how}`, { product, days, count: times, times: whole(times) });
    }
  }
}

/** One choice of a fact, as it stands beside its box and in the sentence. */
export function choiceWord(fact: ChoiceFact, value: string, { t, staff, cluster }: Telling): string {
  switch (fact) {
    case 'adviser':
      return staff(value) ?? t('segments:unknown.staff');
    case 'cluster':
      return cluster(value) ?? t('segments:unknown.cluster', { cluster: Number(value) + 1 });
    case 'tier':
      return named(t, 'common:tier', value);
    case 'class_before':
      return named(t, 'segments:choice.class', value);
    default:
      return named(t, `segments:choice.${fact}`, value);
  }
}

/**
 * A value of another version of Shuke has no word: better itself than nothing. Rules are read from a file, so
 * the value is a string, and the key cannot be told by its type.
 */
const named = (t: T, words: string, value: string): string =>
  t(`${words}.${value}` as 'segments:choice.class.A', { defaultValue: value });

/** `至少 60 天`, `3 到 5 次`, `11月`; turned round `不到 60 天`; both open says that anything will do. */
function rangeWords(
  { fact, from, to, not }: Extract<Condition, { kind: 'number' }>,
  telling: Telling,
): string {
  const { t } = telling;
  const unit = UNIT_OF[fact];
  const one = (value: number) => amountWords(unit, value, telling);
  if (unit === 'month' && from !== null && to !== null)
    return from === to ? one(from) : t('segments:range.between', { from: one(from), to: one(to) });
  const range = not ? 'notRange' : 'range';
  if (from === null)
    return to === null ? t('segments:range.any') : t(`segments:${range}.most`, { to: one(to) });
  if (to === null) return t(`segments:${range}.least`, { from: one(from) });
  if (from === to) return t(`segments:${range}.exactly`, { from: one(from) });
  const first = unit === 'money' ? one(from) : whole(from);
  return t(`segments:${range}.between`, { from: first, to: one(to) });
}

function amountWords(unit: Unit, value: number, { t, month }: Telling): string {
  switch (unit) {
    case 'money':
      return money(value);
    case 'month':
      return month(value);
    default:
      return t(`segments:unit.${unit}`, { count: value, amount: whole(value) });
  }
}
