import { COMPARED_KINDS, type TaskKind } from './task';

/**
 * Draws by lot who is left out, so that what care achieves can be seen: of the kinds that are compared
 * `percent` of the tasks. The lot is a number made of what the task is for, so it falls the same way after
 * any restart and on any machine.
 */
export function drawnToControl(
  {
    memberId,
    kind,
    occasion,
  }: { readonly memberId: string; readonly kind: TaskKind; readonly occasion: string },
  percent: number,
): boolean {
  const compared: readonly TaskKind[] = COMPARED_KINDS;
  return compared.includes(kind) && lotOf(`${memberId}|${kind}|${occasion}`) < percent;
}

/** 0-99, each as likely: FNV-1a, then stirred so that the last characters tell as much as the first (murmur3). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
