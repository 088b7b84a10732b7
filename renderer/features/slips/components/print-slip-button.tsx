import { useTranslation } from 'react-i18next';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';

/** Leads to the slip of the sale that is shown; its key works as long as the button is there. */
export function PrintSlipButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('slips');
  useFunctionPress('F12', onPress);
  return (
    <KeyButton cap="F12" variant="default" onClick={onPress} aria-keyshortcuts="F12">
      {t('printSlip')}
    </KeyButton>
  );
}
