import { ruleDifferences } from '@domain/settings/differences';
import { inForceOn } from '@domain/settings/in-force';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { BusinessDate } from '@domain/units';
import { createContext, useContext, useMemo } from 'react';
import { useFormat, useLocale, useOpenStore } from '../../lib/store-context';
import { type RulesInUse, useChangeRules } from './api';
import type { Problems } from './draft/problem';
import { draftOf, problemsOf, type RulesDraft, readRules } from './draft/rules-draft';
import { discardEdits, draftOn, holdFrom, type, useEdits } from './edits';

/** The rules under the owner's hands: what is typed, what it comes to, what is wrong with it. */
export interface RulesEdit {
  readonly draft: RulesDraft;
  readonly put: (part: Partial<RulesDraft>) => void;
  /** As far as they can be read: for the examples. */
  readonly rules: ShopRules;
  readonly problems: Problems;
  /** Paths of the rules that differ from those that would hold on that day. */
  readonly changed: readonly string[];
  /** The day from which they are to hold. */
  readonly from: BusinessDate;
  readonly putFrom: (from: BusinessDate | null) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
  readonly saving: ReturnType<typeof useChangeRules>['now'];
}

export function useRulesEdit(inUse: RulesInUse): RulesEdit {
  const { today } = useFormat();
  const locale = useLocale();
  const { id: storeId } = useOpenStore();
  const edits = useEdits((state) => state.edits);
  const change = useChangeRules();
  const from = edits?.storeId === storeId && edits.from !== null ? edits.from : today;

  const before = useMemo(
    () => inForceOn([inUse, ...inUse.planned], from)?.rules ?? inUse.rules,
    [inUse, from],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies(locale): discounts are shown as they are spoken
  const holding = useMemo(() => draftOf(before, today), [before, today, locale]);
  const draft = useMemo(() => draftOn(holding, edits, storeId), [holding, edits, storeId]);
  const read = useMemo(() => readRules(draft, before, from), [draft, before, from]);
  const typed = useMemo(() => ruleDifferences(before, read.rules).map(({ path }) => path), [before, read]);
  const refused = change.now.state === 'refused' ? change.now.refusal : null;
  const problems =
    refused?.code === 'invalid_rule'
      ? { ...problemsOf([refused.params], draft), ...read.problems }
      : read.problems;

  return {
    draft,
    put: (part) => {
      change.reset();
      type(storeId, holding, { ...draft, ...part });
    },
    rules: read.rules,
    problems,
    changed: [...new Set([...typed, ...Object.keys(read.problems)])],
    from,
    putFrom: (day) => {
      change.reset();
      holdFrom(storeId, holding, day);
    },
    discard: () => {
      change.reset();
      discardEdits();
    },
    save: async () => {
      if (typed.length === 0 || Object.keys(read.problems).length > 0) return;
      const asked = { basedOn: inUse.latest, rules: read.rules, effectiveFrom: from === today ? null : from };
      const end = await change.run(asked);
      if (end.state === 'done') discardEdits();
    },
    saving: change.now,
  };
}

export const RulesEditContext = createContext<RulesEdit | null>(null);

/** The edit that the sections of the rules share. */
export function useEdit(): RulesEdit {
  const edit = useContext(RulesEditContext);
  if (edit === null) throw new Error('no rules are being edited here');
  return edit;
}
