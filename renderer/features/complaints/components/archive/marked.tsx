import { foundIn, readSearch } from '@domain/complaints/search-text';
import { useMemo } from 'react';
import classes from './archive.module.css';

interface MarkedProps {
  readonly text: string;
  /** What was looked for, as it was typed. */
  readonly search: string;
}

/** A text with every place marked that the search has found. */
export function Marked({ text, search }: MarkedProps) {
  const pieces = useMemo(() => piecesOf(text, search), [text, search]);
  return pieces.map(({ from, text: piece, found }) =>
    found ? (
      <mark key={from} className={classes.mark}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}

interface Piece {
  readonly from: number;
  readonly text: string;
  readonly found: boolean;
}

/** The text cut where what was found begins and ends; places that overlap are one. */
export function piecesOf(text: string, search: string): Piece[] {
  const read = readSearch(search);
  const spans = read.kind === 'text' ? foundIn(text, read.terms) : [];
  const pieces: Piece[] = [];
  let done = 0;
  const cut = (to: number, found: boolean) => {
    if (to > done) pieces.push({ from: done, text: text.slice(done, to), found });
    done = Math.max(done, to);
  };
  for (const { from, to } of spans) {
    cut(from, false);
    const last = pieces.at(-1);
    if (last?.found === true && to > done) {
      pieces[pieces.length - 1] = { ...last, text: text.slice(last.from, to) };
      done = to;
    } else cut(to, true);
  }
  cut(text.length, false);
  return pieces;
}
