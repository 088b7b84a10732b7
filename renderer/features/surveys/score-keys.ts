/** What a key makes of a score: a number, null for none, undefined where the key is no business of it. */
export type Typed = number | null | undefined;

/**
 * A score 1-5 or 0-10 by the keyboard. Ten is written as one writes it, 1 and then 0: a one waits for
 * nothing and stands at once, and becomes a ten only by the nought behind it.
 */
export function typedScore(key: string, value: number | null, scores: readonly number[]): Typed {
  if (key === 'Backspace' || key === 'Delete') return null;
  if (!/^[0-9]$/.test(key)) return undefined;
  const digit = Number(key);
  const written = value === 1 && digit === 0 ? 10 : digit;
  return scores.includes(written) ? written : undefined;
}
