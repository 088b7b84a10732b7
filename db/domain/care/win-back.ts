import type { CareScript, ChurnReason, WinBackCause } from './task';

/**
 * The cause behind each reason why people leave, and so the script that answers it (S63, S90): who moved
 * or changed taste needs something else; who was told of another shop, pays less there or finds the goods
 * better has chosen a competitor; whom the staff did not care about was failed by the service. Nobody is
 * won back who has died: there is no cause and no script.
 */
export const CAUSE_OF: Readonly<Record<ChurnReason, WinBackCause | null>> = {
  died: null,
  moved: 'need_changed',
  taste: 'need_changed',
  friend: 'competitor',
  cheaper: 'competitor',
  product: 'competitor',
  indifference: 'service_failure',
};

/** Why customers leave, in percent of those who do; together 100 (S90). */
export const REFERENCE_SHARES: Readonly<Record<ChurnReason, number>> = {
  died: 1,
  moved: 3,
  taste: 4,
  friend: 5,
  cheaper: 9,
  product: 10,
  indifference: 68,
};

/**
 * The scripts with which a lost customer may be addressed: all of them until a reason is chosen, then the
 * fitting ones first. While a complaint is open only the apology: "unresolved complaint → apology first"
 * (S62, S63); none once they have died.
 */
export function winBackScripts(
  scripts: readonly CareScript[],
  {
    churnReason,
    complaintOpen,
  }: { readonly churnReason: ChurnReason | null; readonly complaintOpen: boolean },
): CareScript[] {
  if (churnReason === 'died') return [];
  const cause = complaintOpen ? 'service_failure' : churnReason === null ? null : CAUSE_OF[churnReason];
  const fits = (script: CareScript) => cause === null || script.cause === null || script.cause === cause;
  const all = scripts.filter(({ kind }) => kind === 'win_back');
  return complaintOpen
    ? all.filter((script) => script.cause === 'service_failure')
    : [...all.filter(fits), ...all.filter((script) => !fits(script))];
}
