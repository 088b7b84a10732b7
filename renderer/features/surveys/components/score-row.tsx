import { type KeyboardEvent, type Ref, useId, useRef } from 'react';
import { FACES } from '../../../ui/faces';
import { typedScore } from '../score-keys';
import classes from './score-row.module.css';

export const ONE_TO_FIVE = [1, 2, 3, 4, 5] as const;
export const NOUGHT_TO_TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface ScoreRowProps {
  /** The question, as it is read out to the customer. */
  readonly label: string;
  readonly scores: readonly number[];
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** A digit that needs no second one has settled it: the focus goes on to the next question. */
  readonly onSettled?: () => void;
  /** What each score means, in the order of `scores`. */
  readonly words?: readonly string[];
  /** What the first and the last score mean. */
  readonly ends?: readonly [string, string];
  readonly looks?: 'faces' | 'small';
  readonly focusRef?: Ref<HTMLInputElement>;
}

/** One question answered by a number: digits choose it, Backspace takes it back, arrows and the mouse work as with any radio buttons. */
export function ScoreRow(props: ScoreRowProps) {
  const { label, scores, value, onChange, onSettled, words, ends, looks, focusRef } = props;
  const name = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = typedScore(event.key, value, scores);
    if (typed === undefined) return;
    event.preventDefault();
    onChange(typed);
    if (typed === null) return;
    // Arrows go on from what was typed, and Tab comes back to it.
    row.current?.querySelectorAll('input')[scores.indexOf(typed)]?.focus();
    if (!scores.includes(10)) onSettled?.();
  };
  return (
    <fieldset
      ref={row}
      className={classes.row}
      data-faces={looks === 'faces' || undefined}
      data-small={looks === 'small' || undefined}
      onKeyDown={press}
    >
      <legend className={classes.label}>{label}</legend>
      <div className={classes.scores}>
        {scores.map((score, index) => {
          const Face = looks === 'faces' ? FACES[index] : undefined;
          const word = words?.[index];
          return (
            <label
              key={score}
              className={classes.score}
              data-chosen={score === value || undefined}
              title={word}
            >
              <input
                type="radio"
                className={classes.radio}
                name={name}
                aria-label={word === undefined ? String(score) : `${score} ${word}`}
                checked={score === value}
                onChange={() => onChange(score)}
                ref={score === (value ?? scores[0]) ? focusRef : undefined}
              />
              {Face === undefined ? null : <Face size={22} stroke={1.6} aria-hidden="true" />}
              <span aria-hidden="true">{score}</span>
            </label>
          );
        })}
      </div>
      {ends === undefined ? null : (
        <div className={classes.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </fieldset>
  );
}
