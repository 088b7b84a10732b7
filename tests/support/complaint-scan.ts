/**
 * The archive's search as anybody would first write it, and the one it must equal: each text spelled
 * out as ` 鱼 油 a2 ` with one space between what counts, and looked through with `includes`.
 */
export const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?/, ' ');

/** Whether every term of the query stands in one of the texts. A query of signs alone finds nothing. */
export function scanFinds(texts: readonly string[], query: string): boolean {
  const terms = query
    .split(/\s+/u)
    .map((term) => spelled(term).trimEnd())
    .filter((term) => term !== '');
  return terms.length > 0 && terms.every((term) => texts.some((text) => spelled(text).includes(term)));
}
