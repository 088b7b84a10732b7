import { TextInput } from '@mantine/core';
import type { Problem } from '../draft/problem';
import { useProblemWords } from '../use-words';
import classes from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
  /** Numbers are narrow, words are wide. */
  readonly wide?: boolean;
  readonly type?: 'text' | 'date';
  /** In a table the column says it; the field still has its name. */
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One field of the rules, with what is wrong with it under it. */
export function Field(props: FieldProps) {
  const { label, value, problem, onChange, wide = false, hideLabel = false, ...rest } = props;
  const say = useProblemWords();
  return (
    <TextInput
      type="text"
      maxLength={wide ? 400 : 16}
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
      wrapperProps={{ 'data-width': wide ? 'wide' : 'narrow' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
