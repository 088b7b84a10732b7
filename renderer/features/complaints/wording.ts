/** Phrases that make it worse, each with better words beside it: S79. */
export const PHRASES = ['not_ours', 'your_fault', 'impossible', 'policy', 'calm_down', 'nothing'] as const;
export type Phrase = (typeof PHRASES)[number];

/** Letters alone: neither blanks, capitals nor the kind of an apostrophe hide a phrase. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The first of the phrases that the text contains. `ways` lists how each may be put in the language
 * of the screen, with `|` between them.
 */
export function phraseIn(text: string, ways: Readonly<Record<Phrase, string>>): Phrase | null {
  const said = bare(text);
  return PHRASES.find((phrase) => ways[phrase].split('|').some((way) => said.includes(bare(way)))) ?? null;
}
