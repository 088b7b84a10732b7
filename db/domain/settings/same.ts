/** The text of a rule by which two are compared: what it says, whatever the order in which it was written. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

export type Part = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * True for a rule that is made of rules. A rate, the limits of RFM and whatever comes in kinds (terms, validity)
 * are said as a whole: half of one and half of another would be a third that nobody meant.
 */
export const hasParts = (value: unknown): value is Part =>
  isRecord(value) && !('up' in value) && !('kind' in value) && !('recencyDays' in value);

export interface Named extends Part {
  readonly id?: string;
  readonly name?: string;
}

/** Lists of coupons and events are known by id or, without one, by name; other lists are one value. */
export const isListOfNamed = (value: unknown): value is readonly Named[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => nameIn(item) !== undefined);

export const nameIn = (item: unknown): string | undefined => {
  if (!isRecord(item)) return undefined;
  const { id, name } = item;
  return typeof id === 'string' ? id : typeof name === 'string' ? name : undefined;
};
