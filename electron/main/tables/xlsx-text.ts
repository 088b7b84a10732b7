/** The longest text of a cell, in UTF-16 units: Excel calls a file damaged that has a longer one. */
export const LONGEST_CELL = 32_767;

const SPECIAL = /[&<>"]/g;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 has no way to write, and a carriage return, which it would turn into a line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /\r(?=\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Spreadsheets read `_x0041_` as a character by its number; its underscore is told by number itself. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const ANYTHING_SPECIAL = /[&<>"_\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A text as it stands between two tags of a sheet. What no spreadsheet can show is left out. */
export function xmlText(text: string): string {
  const cut = text.length > LONGEST_CELL ? shortened(text) : text;
  if (!ANYTHING_SPECIAL.test(cut)) return cut;
  return cut
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(UNWRITABLE, '')
    .replace(/\r/g, '\n')
    .replace(ESCAPE_LIKE, '_x005F_')
    .replace(SPECIAL, (character) => ENTITY[character] ?? character);
}

/** With a sign that something is missing; a character of two units is not cut in half. */
function shortened(text: string): string {
  const kept = text.slice(0, LONGEST_CELL - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A sheet's name as spreadsheets take it: none of `[]:*?/\`, no apostrophe at an end, 31 units at most. */
export function sheetName(wanted: string, ending = ''): string {
  const clean = wanted.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/^[\s']+|[\s']+$/g, '');
  const kept = clean.slice(0, 31 - ending.length).replace(/[\ud800-\udbff]$/, '');
  return `${kept === '' ? '1' : kept}${ending}`;
}
