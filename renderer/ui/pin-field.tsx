import { useId } from 'react';
import classes from './pin-field.module.css';

/** The longest PIN there is, whatever the shop's rule. */
const LONGEST = 8;

interface PinFieldProps {
  readonly label: string;
  /** For whoever looks for the field in its form. */
  readonly name?: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly disabled?: boolean;
  readonly error?: string | null;
  /** Takes the focus of the cover that it stands in. */
  readonly first?: boolean;
}

/** Digits typed blind: a dot for each, nothing to read, to copy or to remember for the next one. */
export function PinField({ label, name, value, onChange, disabled, error, first }: PinFieldProps) {
  const id = useId();
  return (
    <div className={classes.pin}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        className={classes.field}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={LONGEST}
        value={value}
        disabled={disabled ?? false}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        data-cover-focus={first === true ? '' : undefined}
        onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
      />
      {error ? (
        <span id={`${id}-error`} role="alert" className={classes.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
