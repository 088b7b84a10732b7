/**
 * Characters at the start of a cell that make a spreadsheet run it, with the full-width forms that
 * Excel folds, and the white space that it skips before looking.
 */
export const FORMULA_STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  '\u3000',
  '＝',
  '＋',
  '－',
  '＠',
] as const;
const STARTS = new Set<string>(FORMULA_STARTS);

/** A text that a spreadsheet shows and never runs: what could be a formula gets an apostrophe before it. */
export const guardFormula = (text: string): string => (STARTS.has(text.charAt(0)) ? `'${text}` : text);

/**
 * A number that names something (phone, card, receipt), as text: an apostrophe stands before what a
 * spreadsheet would take for a quantity or a date and damage (leading zeros, more than 11 digits, `1E5`, `3-4`).
 */
export const guardNumber = (text: string): string => {
  const unlikeNumber = text === '' || /[^0-9Ee.+/-]/.test(text);
  if (unlikeNumber) return guardFormula(text);
  return /^[1-9]\d{0,10}$/.test(text) ? text : `'${text}`;
};

/** What the guards were given; reads our own files back. */
export const unguard = (cell: string): string =>
  cell.charAt(0) === "'" && (STARTS.has(cell.charAt(1)) || /^'[0-9Ee.+/-]+$/.test(cell))
    ? cell.slice(1)
    : cell;
