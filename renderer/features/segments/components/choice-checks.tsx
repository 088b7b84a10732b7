import { type KeyboardEvent, useId } from 'react';
import chips from '../../../ui/digit-choice.module.css';
import { KeyCap } from '../../../ui/key-cap';
import classes from './condition.module.css';

interface ChoiceChecksProps {
  readonly options: readonly { readonly value: string; readonly word: string }[];
  readonly value: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** Said where there is nothing to choose from. */
  readonly none: string;
}

/** Any number of a handful: a digit ticks or unticks one, Space and the mouse work as with any boxes. */
export function ChoiceChecks({ options, value, onChange, none }: ChoiceChecksProps) {
  const prefix = useId();
  const toggle = (wanted: string) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === wanted) !== value.includes(each)),
    );
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const option = options[Number(event.key) - 1];
    if (option === undefined) return;
    event.preventDefault();
    toggle(option.value);
  };
  if (options.length === 0) return <p className="quiet">{none}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits belong to the boxes within
    <div className={chips.row} onKeyDown={press}>
      {options.map(({ value: each, word }, index) => (
        <label key={each} className={chips.option} data-chosen={value.includes(each) || undefined}>
          <input
            type="checkbox"
            id={`${prefix}${each}`}
            className={chips.radio}
            checked={value.includes(each)}
            data-first={index === 0 || undefined}
            onChange={() => toggle(each)}
          />
          {index < 9 ? <KeyCap>{String(index + 1)}</KeyCap> : null}
          <span className={classes.word}>{word}</span>
        </label>
      ))}
    </div>
  );
}
