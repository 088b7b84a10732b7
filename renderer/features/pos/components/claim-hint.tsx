import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/key-cap';
import { usePosState } from '../api';
import classes from './pos.module.css';

interface ClaimHintProps {
  readonly onPress: () => void;
}

/** At the member's card: receipts of the till wait, and one of them may be theirs; nothing where none waits. */
export function ClaimHint({ onPress }: ClaimHintProps) {
  const { t } = useTranslation('pos');
  const { data } = usePosState();
  if (data === undefined || data.unclaimed === 0) return null;
  return (
    <button type="button" className={classes.hint} tabIndex={-1} aria-keyshortcuts="Alt+E" onClick={onPress}>
      {t('claim.title')} <KeyCap>Alt+E</KeyCap>
    </button>
  );
}
