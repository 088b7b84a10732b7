/** As many characters of a person's words as a name of a file bears; every system takes the name around them, too. */
const MOST = 60;

/**
 * A person's words as a part of a file's name: without what any system refuses in one, and without the dots and blanks
 * that some drop at its ends. Empty where nothing is left.
 */
export const asFileName = (words: string): string =>
  words
    .replace(/[\p{Cc}\s<>:"/\\|?*]+/gu, ' ')
    .slice(0, MOST)
    .replace(/[\ud800-\udbff]$/, '') // half of a character
    .replace(/^[\s.]+|[\s.]+$/g, '');
