import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../../ui/digit-choice';

const SCORES = ['1', '2', '3', '4', '5'] as const;
export type Score = (typeof SCORES)[number];

interface SatisfactionChoiceProps {
  readonly value: Score | null;
  readonly onChange: (score: Score) => void;
  readonly onSettled?: () => void;
  readonly error?: string | null;
}

/** How content the customer is with how it ended; the digit is the score. */
export function SatisfactionChoice({ value, onChange, onSettled, error }: SatisfactionChoiceProps) {
  const { t } = useTranslation('complaints');
  return (
    <DigitChoice
      label={t('satisfaction.ask')}
      options={SCORES.map((score) => ({ value: score, word: t(`satisfaction.score_${score}`) }))}
      value={value}
      onChange={onChange}
      error={error ?? null}
      {...(onSettled === undefined ? {} : { onSettled })}
    />
  );
}
