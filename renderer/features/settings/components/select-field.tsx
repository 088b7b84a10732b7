import { NativeSelect } from '@mantine/core';
import classes from './field.module.css';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly error?: string | null;
}

/** A choice among more than a handful, labelled as the fields beside it are. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, error = null } = props;
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      error={error}
      data={[...options]}
      classNames={{ label: classes.label ?? '' }}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}
