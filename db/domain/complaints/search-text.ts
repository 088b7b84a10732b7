/**
 * What the archive's full-text search understands (rules, Complaints, "Archive").
 *
 * A text is a row of tokens: each character of a script written without spaces (Han, kana) is one, and
 * each run of other letters and digits is one, a word. Width and case are folded. White space and
 * punctuation are no tokens: they part words, and besides that are as if they were not there, so that
 * 鱼油发霉 finds 鱼油，发霉 too.
 *
 * A query is split at white space into terms, and all of them must be found. A term is found in a text
 * that holds its tokens in one piece, one after the other; where the last one is a word, its beginning
 * is enough: `o3` finds `o3鱼油` and `O3A`, but `3` does not.
 */
export interface Token {
  readonly text: string;
  /** One character of a script without spaces; a word otherwise. */
  readonly single: boolean;
  /** Where it stands in the text as it was written, in UTF-16 units, the end not included. */
  readonly from: number;
  readonly to: number;
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let word: { text: string; from: number; to: number } | undefined;
  const endWord = () => {
    if (word !== undefined) tokens.push({ ...word, single: false });
    word = undefined;
  };
  const take = ({ text: character, kind }: Folded, from: number, to: number) => {
    switch (kind) {
      case 'single':
        endWord();
        tokens.push({ text: character, single: true, from, to });
        break;
      case 'letter':
        word = { text: (word?.text ?? '') + character, from: word?.from ?? from, to };
        break;
      case 'mark':
        if (word !== undefined) word = { text: word.text + character, from: word.from, to };
        break;
      case 'sign':
        endWord();
        break;
      case 'unseen':
        break;
    }
  };
  let from = 0;
  for (const cluster of clustersOf(text)) {
    const to = from + cluster.length;
    for (const each of foldedOf(cluster)) take(each, from, to);
    from = to;
  }
  endWord();
  return tokens;
}

const MARK = /\p{M}/u;
/** A character with the marks that belong to it: folding never reaches further. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;

const clustersOf = (text: string): Iterable<string> => (MARK.test(text) ? (text.match(CLUSTER) ?? []) : text);

/** `unseen`: soft hyphens, joiners and the like, which are there for the eye and part nothing. */
type Kind = 'single' | 'letter' | 'mark' | 'sign' | 'unseen';

/** What folding makes of a cluster, character by character. */
interface Folded {
  readonly text: string;
  readonly kind: Kind;
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/\p{Cf}/u, 'unseen'],
  [MARK, 'mark'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'single'],
  [/[\p{L}\p{N}]/u, 'letter'],
];

/** Asked for each character of each text. A shop writes with some thousands of them; clusters with marks are not kept. */
const known = new Map<string, readonly Folded[]>();

function foldedOf(cluster: string): readonly Folded[] {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const folded = Array.from(cluster.normalize('NFKC').toLowerCase().normalize('NFKC'), (text) => ({
    text,
    kind: KINDS.find(([those]) => those.test(text))?.[1] ?? ('sign' as const),
  }));
  if (cluster.length <= 2) known.set(cluster, folded);
  return folded;
}

/** What a person looks for. */
export type Search =
  /** Nothing was asked: everything is shown. */
  | { readonly kind: 'all' }
  /** Only signs that nobody looks for were asked: nothing is found. */
  | { readonly kind: 'nothing' }
  /** `#123`: the complaint of that number. */
  | { readonly kind: 'number'; readonly number: number }
  /** All terms; `number` for digits alone, which may also name a complaint. */
  | {
      readonly kind: 'text';
      readonly terms: readonly (readonly Token[])[];
      readonly number: number | null;
    };

export function readSearch(asked: string): Search {
  const text = asked.trim();
  if (text === '') return { kind: 'all' };
  const numbered = /^(#?)\s*(\d{1,9})$/.exec(text.normalize('NFKC'));
  if (numbered?.[1] === '#') return { kind: 'number', number: Number(numbered[2]) };
  const terms = text
    .split(/\s+/u)
    .map(tokensOf)
    .filter((term) => term.length > 0);
  if (terms.length === 0) return { kind: 'nothing' };
  return { kind: 'text', terms, number: numbered === null ? null : Number(numbered[2]) };
}

/** Stands between two texts of a complaint, so that no term reaches from one into the next; no fold makes it. */
const BETWEEN = '¶';

/**
 * What the index keeps of a complaint: for each token one term at its place, a single one joined to the
 * single one after it. 鱼油500ml发霉 becomes `鱼油 油 500ml 发霉 霉`. Two characters are thus one rare
 * term, three and more a phrase of them, and one character the beginning of a term.
 */
export const indexText = (texts: readonly string[]): string =>
  texts
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => grams(tokens).join(' '))
    .join(` ${BETWEEN} `);

/** An FTS5 expression that holds exactly for the complaints in which all terms are found. */
export const matchExpression = (terms: readonly (readonly Token[])[]): string =>
  terms.map(phrase).join(' AND ');

function phrase(term: readonly Token[]): string {
  const asked = grams(term);
  const last = term.at(-1);
  // The pair before it has looked for the last character already, and what follows it is anybody's guess.
  if (last?.single === true && term.at(-2)?.single === true) return `"${asked.slice(0, -1).join(' ')}"`;
  return `"${asked.join(' ')}" *`;
}

const grams = (tokens: readonly Token[]): string[] =>
  tokens.map(({ text, single }, at) => {
    const next = tokens[at + 1];
    return single && next?.single === true ? text + next.text : text;
  });

/** Where a term stands in a text: from the first token to the end of the last, which may be a word's beginning. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

type Terms = readonly (readonly Token[])[];

/** Every place in `text` at which one of the terms is found, first ones first; they may overlap. */
export const foundIn = (text: string, terms: Terms): Span[] => spansIn(tokensOf(text), terms);

/** The terms that none of the texts holds. */
export function missingIn(texts: readonly string[], terms: Terms): Terms {
  const told = texts.map(tokensOf);
  return terms.filter((term) => told.every((tokens) => spansIn(tokens, [term]).length === 0));
}

const spansIn = (tokens: readonly Token[], terms: Terms): Span[] =>
  terms
    .flatMap((term) => tokens.flatMap((_, at) => spanAt(tokens, at, term)))
    .toSorted((x, y) => x.from - y.from || x.to - y.to);

function spanAt(tokens: readonly Token[], at: number, term: readonly Token[]): Span[] {
  if (tokens[at]?.text[0] !== term[0]?.text[0]) return []; // most places end here
  const holds = term.every(({ text, single }, offset) => {
    const token = tokens[at + offset];
    if (token === undefined || token.single !== single) return false;
    return single || offset < term.length - 1 ? token.text === text : token.text.startsWith(text);
  });
  const [first, last] = [tokens[at], tokens[at + term.length - 1]];
  return holds && first !== undefined && last !== undefined ? [{ from: first.from, to: last.to }] : [];
}

/** Where a word stands that a row of the list does not show. */
export const FOUND_PLACES = ['product', 'wish', 'result', 'cause', 'measure', 'note'] as const;
export type FoundPlace = (typeof FOUND_PLACES)[number];

/** Tokens shown before and after what was found. */
const BEFORE = 8;
const AFTER = 24;

/** A piece of `text` around the first place found, cut between tokens; `…` stands for what was left out. Null where nothing is found. */
export function excerptOf(text: string, terms: Terms): string | null {
  const tokens = tokensOf(text);
  const [first] = spansIn(tokens, terms);
  if (first === undefined) return null;
  const at = tokens.findIndex(({ from }) => from === first.from);
  const start = at <= BEFORE ? 0 : (tokens[at - BEFORE]?.from ?? 0);
  const end = tokens[at + AFTER]?.from ?? text.length;
  return `${start === 0 ? '' : '…'}${text.slice(start, end)}${end === text.length ? '' : '…'}`;
}
