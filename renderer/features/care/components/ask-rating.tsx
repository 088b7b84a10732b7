import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import classes from './task-view.module.css';

/** The quiet way to the survey, for a moment at which the member is on the phone; in fields, too. */
export function AskRating({ onAsk }: { readonly onAsk: () => void }) {
  const { t } = useTranslation('care');
  useHotkeys([['alt+S', onAsk, { usePhysicalKeys: true }]], []);
  return (
    <KeyButton
      cap="Alt+S"
      aria-keyshortcuts="Alt+S"
      variant="subtle"
      size="compact-sm"
      className={classes.do}
      onClick={onAsk}
    >
      {t('task.rate')}
    </KeyButton>
  );
}
