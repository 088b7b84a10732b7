import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { useStanding } from '../api';

interface SurveyHintProps {
  readonly memberId: string;
  readonly onPress: () => void;
}

/** After a sale: the way to the survey, unless this member was asked within the pause of the rules. */
export function SurveyHint({ memberId, onPress }: SurveyHintProps) {
  const { t } = useTranslation('surveys');
  const { today } = useFormat();
  const { data } = useStanding(memberId);
  if (data === undefined || (data.askAgainOn !== null && data.askAgainOn > today)) return null;
  return (
    <KeyButton cap="F6" variant="subtle" onClick={onPress}>
      {t('hint')}
    </KeyButton>
  );
}
