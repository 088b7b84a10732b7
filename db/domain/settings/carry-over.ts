import { hasParts, isListOfNamed, type Named, nameIn, same } from './same';

/**
 * Carries the change from `before` to `after` over to `kept`, which was made from `before` too: what
 * `kept` has changed itself stays as it is there, everything else follows `after`. So a plan for
 * December keeps what it plans and still follows what is decided in November.
 */
export function carriedOver<T>(before: T, after: T, kept: T): T {
  // The recursion walks values of one type in step, so what it builds is of that type again.
  return merged(before, after, kept) as T;
}

function merged(before: unknown, after: unknown, kept: unknown): unknown {
  if (hasParts(before) && hasParts(after) && hasParts(kept)) {
    const names = Object.keys(kept);
    return Object.fromEntries(names.map((name) => [name, merged(before[name], after[name], kept[name])]));
  }
  if ([before, after, kept].some(isListOfNamed))
    return mergedList(listFrom(before), listFrom(after), listFrom(kept));
  return same(kept, before) ? after : kept;
}

/** One side may be empty, and so not tell of what it is a list. */
const listFrom = (value: unknown): readonly Named[] => (isListOfNamed(value) ? value : []);

function mergedList(before: readonly Named[], after: readonly Named[], kept: readonly Named[]): unknown[] {
  const find = (list: readonly Named[], name: string) => list.find((item) => nameIn(item) === name);
  const names = new Set([...after, ...kept].map((item) => nameIn(item) ?? ''));
  return [...names]
    .map((name) => {
      const [was, is, own] = [find(before, name), find(after, name), find(kept, name)];
      if (is !== undefined && own !== undefined) return was === undefined ? own : merged(was, is, own);
      const there = is ?? own;
      // Gone on one side: it stays gone, unless the other side has made or changed it.
      return was !== undefined && same(there, was) ? undefined : there;
    })
    .filter((item) => item !== undefined);
}
