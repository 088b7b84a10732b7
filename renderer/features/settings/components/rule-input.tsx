import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import type { Problem } from '../rules-draft';
import classes from './rule-input.module.css';

interface RuleInputProps {
  readonly label: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
}

export function RuleInput({ label, value, problem, onChange }: RuleInputProps) {
  const { t } = useTranslation('settings');
  const words =
    problem === undefined
      ? null
      : problem.code === 'out_of_range'
        ? t('problem.out_of_range', { min: whole(problem.min), max: whole(problem.max) })
        : t(`problem.${problem.code}`);
  return (
    <TextInput
      label={label}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
      error={words}
      classNames={{ root: classes.root, input: classes.input, label: classes.label, error: classes.error }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
