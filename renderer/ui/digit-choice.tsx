import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import classes from './digit-choice.module.css';
import { KeyCap } from './key-cap';

interface DigitChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly word: string; readonly more?: ReactNode }[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** A digit or Enter has settled this choice: the focus goes on to the next field. */
  readonly onSettled?: () => void;
  /** The radio that takes the focus: the chosen one, or the first. */
  readonly focusRef?: Ref<HTMLInputElement>;
  readonly error?: string | null;
  /** Options under each other, with room for a line of explanation. */
  readonly stacked?: boolean;
}

/** A handful of choices by one digit each; arrows, Space and the mouse work as with any radio buttons. */
export function DigitChoice<T extends string>(props: DigitChoiceProps<T>) {
  const { label, options, value, onChange, onSettled, focusRef, error, stacked } = props;
  const name = useId();
  const focused = options.some((option) => option.value === value) ? value : options[0]?.value;

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (value !== null) onSettled?.();
      return;
    }
    const picked = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (picked === undefined) return;
    event.preventDefault();
    onChange(picked.value);
    onSettled?.();
  };

  return (
    <fieldset
      className={classes.choice}
      onKeyDown={press}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className={classes.label}>{label}</legend>
      <div className={stacked === true ? classes.stack : classes.row}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className={classes.option}
            data-chosen={option.value === value || undefined}
          >
            <input
              type="radio"
              className={classes.radio}
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              ref={option.value === focused ? focusRef : undefined}
            />
            <KeyCap>{String(index + 1)}</KeyCap>
            <span>
              {option.word}
              {option.more === undefined ? null : <span className={classes.more}>{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <div id={`${name}-error`} role="alert" className={classes.error}>
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}
