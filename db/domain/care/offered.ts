import { type Filled, fillScript, type ScriptFacts } from './script';
import type { CareScript, ChurnReason, TaskKind } from './task';
import { CAUSE_OF } from './win-back';

/** What decides which scripts a task is done with. */
export interface ScriptedTask {
  readonly kind: TaskKind;
  readonly churnReason: ChurnReason | null;
  /** The member has a complaint that is not closed. */
  readonly complaintOpen: boolean;
}

/** A script as it reads for one member. */
export interface OfferedScript extends Pick<CareScript, 'name' | 'cause' | 'content'>, Filled {
  readonly scriptId: string;
}

/**
 * The scripts of a task as they would read, the one to take first: for a win-back by its cause, for
 * everything else one in which nothing is missing, then in the order of the shop. A kind for which the
 * shop has none borrows those for a call by hand.
 */
export function offeredScripts(
  task: ScriptedTask,
  scripts: readonly CareScript[],
  facts: ScriptFacts,
): OfferedScript[] {
  const own = scripts.filter(({ kind }) => kind === task.kind);
  if (task.kind === 'win_back') return winBackScripts(task, own).map((script) => filled(script, facts));
  const usable = own.length > 0 ? own : scripts.filter(({ kind }) => kind === 'by_hand');
  const read = usable.map((script) => filled(script, facts));
  const isComplete = ({ missing }: Filled) => missing.length === 0;
  return [...read.filter(isComplete), ...read.filter((script) => !isComplete(script))];
}

function filled({ id, name, cause, content, text }: CareScript, facts: ScriptFacts): OfferedScript {
  return { scriptId: id, name, cause, content, ...fillScript(text, facts) };
}

/**
 * All of them until a reason is chosen, then the fitting ones first. While a complaint is open only the
 * apology: "unresolved complaint → apology first" (S62, S63); none once the member has died.
 */
function winBackScripts(
  { churnReason, complaintOpen }: ScriptedTask,
  scripts: readonly CareScript[],
): CareScript[] {
  if (churnReason === 'died') return [];
  if (complaintOpen) return scripts.filter(({ cause }) => cause === 'service_failure');
  const chosen = churnReason === null ? null : CAUSE_OF[churnReason];
  const fits = ({ cause }: CareScript) => chosen === null || cause === chosen;
  return [...scripts.filter(fits), ...scripts.filter((script) => !fits(script))];
}
