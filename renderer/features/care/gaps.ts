/** Brackets of both widths, as scripts write their variables. */
const GAP = /[[［][^[\]［］\n]{1,40}[\]］]/gu;

/** What still stands in brackets: nothing is known for it, and nobody should be sent it. */
export const gapsIn = (text: string): readonly string[] => [...new Set(text.match(GAP) ?? [])];
