import type { Plain } from './entry';

type Parts = Readonly<Record<string, Plain>>;

/** The parts that are not what they were, as they were and as they are; null when all are. */
export function changedParts<Whole extends object>(
  before: Whole,
  after: Whole,
): { readonly before: Parts; readonly after: Parts } | null {
  const was = plainly(before);
  const is = plainly(after);
  const changed = Object.keys(is).filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]));
  if (changed.length === 0) return null;
  const only = (whole: Parts) => Object.fromEntries(changed.map((part) => [part, whole[part] ?? null]));
  return { before: only(was), after: only(is) };
}

// What JSON gives of an object is plain, part by part.
const plainly = (whole: object): Parts => JSON.parse(JSON.stringify(whole)) as Parts;
