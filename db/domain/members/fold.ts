/** AIM symbology identifier that some scanners send before the code: `]C1`, `]E0`. */
const SCANNER_PREFIX = /^\][A-Za-z]\d/;
/** Control and format characters: what scanners, IMEs and copied cells leave between the letters. */
const NOISE = /[\p{Cc}\p{Cf}]/gu;
/** Everything a person may put between the characters that count. */
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{M}\p{N}]/gu;

/** Full-width to half-width, scanner noise away; nothing else is changed. */
export const foldWidth = (text: string): string =>
  text.normalize('NFKC').replace(NOISE, '').trim().replace(SCANNER_PREFIX, '');

/**
 * What two spellings of one name, card or number have in common: width, case, spaces and
 * punctuation folded; an accent that stood behind a hyphen is then the letter's. The name keys of the
 * store and every query are made by this one function.
 */
export const foldKey = (text: string): string =>
  foldWidth(text).toLowerCase().normalize('NFKC').replace(NEITHER_LETTER_NOR_NUMBER, '').normalize('NFC');
