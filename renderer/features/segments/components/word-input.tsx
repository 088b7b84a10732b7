import { Autocomplete } from '@mantine/core';

interface WordInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** What there is, most used first. */
  readonly words: readonly string[];
  readonly onChange: (text: string) => void;
}

const SHOWN = 8;

/** A word of the shop's own: typed, or taken from those that are there. */
export function WordInput({ label, placeholder, value, words, onChange }: WordInputProps) {
  return (
    <Autocomplete
      aria-label={label}
      placeholder={placeholder}
      data={[...words]}
      limit={SHOWN}
      maxLength={60}
      autoComplete="off"
      value={value}
      onChange={onChange}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
