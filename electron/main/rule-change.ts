import { Refusal } from '../../db/domain/refusal';
import { type ChangeRefusal, decideRuleChange, newestOf } from '../../db/domain/settings/change-rules';
import { ruleDifferences } from '../../db/domain/settings/differences';
import type { ShopRules } from '../../db/domain/settings/shop-rules';
import type { BusinessDate } from '../../db/domain/units';
import { appendRules } from '../../db/settings/commands';
import { versionsFromNowOn } from '../../db/settings/queries';
import type { CommandCx } from './context';

/**
 * A change of the rules from a day on, whoever asks for it: the owner at the settings, or head office through the
 * owner. Answers the newest version; the trail says rule by rule what was changed.
 */
export async function changeRules(
  cx: CommandCx,
  {
    basedOn,
    rules,
    from,
  }: { readonly basedOn: number; readonly rules: ShopRules; readonly from: BusinessDate },
): Promise<number | ChangeRefusal> {
  const versions = await versionsFromNowOn(cx.tx, cx.today);
  const drafts = decideRuleChange({ versions, basedOn, rules, from, today: cx.today });
  if (drafts instanceof Refusal) return drafts;
  const by = { staffId: cx.staff.id, now: cx.now };
  const last = newestOf(versions);
  let version = last;
  for (const draft of drafts) version = await appendRules(cx.tx, draft, by);
  noteRules(cx, { version, from, before: versions.find((known) => known.version === last)?.rules, rules });
  return version;
}

/** What of the rules was changed, rule by rule, and from which day on. */
function noteRules(
  cx: CommandCx,
  changed: {
    readonly version: number;
    readonly from: BusinessDate;
    readonly before: ShopRules | undefined;
    readonly rules: ShopRules;
  },
): void {
  const { version, from, before, rules } = changed;
  const differences = before === undefined ? [] : ruleDifferences(before, rules);
  cx.audit({
    about: { kind: 'rules', id: String(version) },
    before: Object.fromEntries(differences.map((rule) => [rule.path, rule.before])),
    after: Object.fromEntries(differences.map((rule) => [rule.path, rule.after])),
  });
  cx.audit({ after: { effectiveFrom: from } });
}
