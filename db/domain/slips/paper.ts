/** Rolls that receipt printers take, by their width in millimetres. */
export const PAPERS = [58, 80] as const;
export type Paper = (typeof PAPERS)[number];

/** What a sheet of the office may be printed on: a page as long as pages are, or a roll as long as what stands on it. */
export const SHEETS = ['a4', ...PAPERS] as const;
export type Sheet = (typeof SHEETS)[number];

/** What the print head of such a printer reaches, in millimetres: 48 of 58, 72 of 80. */
export const PRINTABLE_MM: Readonly<Record<Paper, number>> = { 58: 48, 80: 72 };

/** One dot of a thermal head: 203 dpi are 8 dots in a millimetre. */
export const DOT_MM = 0.125;

/** Three quarters of a millimetre: what is wider reads no better. */
const MOST_DOTS = 6;

/**
 * Width of one module of a barcode in millimetres: as many whole dots as fit, up to six, so that no
 * bar falls between two dots. `modules` counts the quiet zones. At least one dot, also where that is
 * wider than the paper.
 */
export function moduleMm(modules: number, paper: Paper): number {
  const fitting = Math.floor(PRINTABLE_MM[paper] / DOT_MM / modules);
  return Math.min(MOST_DOTS, Math.max(1, fitting)) * DOT_MM;
}
