import { draftWith, effectiveDay } from '../../../db/domain/head-office/rule-packet';
import { newestOf, type PlannedRules } from '../../../db/domain/settings/change-rules';
import { ruleDifferences } from '../../../db/domain/settings/differences';
import { inForceOn } from '../../../db/domain/settings/in-force';
import type { ShopRules } from '../../../db/domain/settings/shop-rules';
import { type BusinessDate, businessDate, instant } from '../../../db/domain/units';
import type { KnownRules } from '../../../db/head-office/queries';
import type { RulePacket } from '../../../db/packets/documents';
import type { RulePacketView } from '../../contract/head-office';
import { rulesShape } from '../../contract/settings';

/** The rules as they would be from their day on; or the path of the first that this Shuke does not take. */
export function rulesAsked(
  versions: readonly PlannedRules[],
  { changes, from }: Pick<RulePacket, 'changes' | 'from'>,
  today: BusinessDate,
): { readonly day: BusinessDate; readonly rules: ShopRules } | { readonly unknown: string } {
  const day = effectiveDay(businessDate(from), today);
  const checked = rulesShape.safeParse(draftWith(versions, changes, day));
  if (checked.success) return { day, rules: checked.data };
  const [issue] = checked.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return { unknown: [...(issue?.path ?? []), ...keys].join('.') };
}

/** What head office would change, rule by rule in the words of the settings; of an answered packet nothing. */
export function rulePacketView(
  { document, state, answered }: KnownRules,
  versions: readonly PlannedRules[],
  today: BusinessDate,
): RulePacketView {
  const { id, number, title, why, from, issuedAt } = document;
  const asked = state === 'waiting' ? rulesAsked(versions, document, today) : null;
  const before = asked !== null && 'rules' in asked ? inForceOn(versions, asked.day)?.rules : undefined;
  return {
    ...{ id, number, title, why, state, answered },
    from: businessDate(from),
    issuedAt: instant(Date.parse(issuedAt)),
    changes:
      asked !== null && 'rules' in asked && before !== undefined ? ruleDifferences(before, asked.rules) : [],
    basedOn: newestOf(versions),
  };
}
