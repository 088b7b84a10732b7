/** `+100`, `100`, `-50`, full-width or not; zero and anything else is no change. */
export function readChange(text: string): number | null {
  const folded = text.normalize('NFKC').replace(/\s/g, '').replace('\u2212', '-');
  const found = /^([+-]?)(\d{1,9})$/.exec(folded);
  if (found === null) return null;
  const size = Number(found[2]);
  if (size === 0) return null;
  return found[1] === '-' ? -size : size;
}
