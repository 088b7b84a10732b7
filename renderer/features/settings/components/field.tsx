import { TextInput } from '@mantine/core';
import type { Problem } from '../draft/problem';
import { useProblemWords } from '../use-words';
import classes from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
  /** A number unless told: a few digits, a few words, or a whole line. */
  readonly width?: 'digits' | 'number' | 'words' | 'line';
  readonly type?: 'text' | 'date';
  /** The label stands before the field, not above it. */
  readonly beside?: boolean;
  /** In a table the column says it; the field still has its name. */
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One field of the rules, with what is wrong with it under it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    problem,
    onChange,
    width = 'number',
    hideLabel = false,
    beside = false,
    ...rest
  } = props;
  const say = useProblemWords();
  return (
    <TextInput
      type="text"
      maxLength={width === 'line' ? 400 : 16}
      {...rest}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={value}
      autoComplete="off"
      error={say(problem)}
      classNames={{
        root: classes.root ?? '',
        input: classes.input ?? '',
        label: classes.label ?? '',
        error: classes.error ?? '',
      }}
      wrapperProps={{ 'data-width': width, 'data-beside': beside || undefined }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
