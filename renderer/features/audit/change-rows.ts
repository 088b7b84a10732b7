/** What an entry keeps of before and after: plain values, as the contract has them. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** One value that an act has set, by the names that lead to it. */
export interface ChangeRow {
  readonly path: readonly string[];
  /** Undefined: it was not there. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Before and after value by value, those that stayed as they were left out; in the order in which they are named. */
export function changeRows(before: Value | undefined, after: Value | undefined): ChangeRow[] {
  const [were, are] = [leaves(before), leaves(after)];
  return [...new Map([...were, ...are].map(({ path }) => [keyOf(path), path])).values()]
    .map((path) => ({ path, before: found(were, path), after: found(are, path) }))
    .filter((row) => JSON.stringify(row.before) !== JSON.stringify(row.after));
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: Value;
}

/** A list of plain values is one value: 热, 少糖. */
function leaves(value: Value | undefined, path: readonly string[] = []): Leaf[] {
  if (value === undefined) return [];
  if (value === null || typeof value !== 'object' || isPlainList(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

const isPlainList = (value: object): boolean =>
  Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);

const keyOf = (path: readonly string[]): string => path.join('\u0000');

const found = (of: readonly Leaf[], path: readonly string[]): Value | undefined =>
  of.find((leaf) => keyOf(leaf.path) === keyOf(path))?.value;
