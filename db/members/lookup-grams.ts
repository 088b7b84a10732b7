/** Phones are indexed by their runs of four digits. */
export const PHONE_GRAM = 4;

/**
 * The index terms of a member: `1381` for each four digits of the phone (and its last three and two,
 * so that a shorter part is the beginning of a term wherever it stands), and for the name its code
 * points alone and in pairs as `n5f20`, `n5f20x4e09` (ASCII, so that no Unicode table of the
 * tokenizer decides what a letter is). Separated by spaces; empty when there is nothing.
 */
export const gramsOf = (phone: string | null, nameKey: string): string =>
  [...phoneGrams(phone ?? ''), ...phoneEnds(phone ?? ''), ...nameGrams(nameKey)].join(' ');

/** An FTS5 expression whose matches hold every phone with this part inside; fewer than 4 digits by prefix. */
export const phonePartExpression = (digits: string): string =>
  digits.length < PHONE_GRAM ? `"${digits}"*` : phoneGrams(digits).map(quoted).join(' AND ');

/** An FTS5 expression whose matches hold every name key with this part inside. */
export const namePartExpression = (nameKey: string): string => {
  const points = codePoints(nameKey);
  return (points.length === 1 ? points.map((point) => `n${point}`) : pairs(points)).map(quoted).join(' AND ');
};

const quoted = (term: string): string => `"${term}"`;

function phoneGrams(phone: string): string[] {
  const digits = phone.replace('+', '');
  const grams = new Set<string>();
  for (let i = 0; i + PHONE_GRAM <= digits.length; i++) grams.add(digits.slice(i, i + PHONE_GRAM));
  return [...grams];
}

const phoneEnds = (phone: string): string[] => [phone.slice(-3), phone.slice(-2)].filter((end) => end !== '');

function nameGrams(nameKey: string): string[] {
  const points = codePoints(nameKey);
  return [...new Set([...points.map((point) => `n${point}`), ...pairs(points)])];
}

const codePoints = (text: string): string[] =>
  Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16));

const pairs = (points: readonly string[]): string[] =>
  points.slice(1).map((point, index) => `n${points[index] ?? ''}x${point}`);
