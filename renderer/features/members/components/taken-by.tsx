import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import classes from './identity-fields.module.css';

/** The phone or card belongs to someone: one key opens that member. */
export function TakenBy({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  const { t } = useTranslation('members');
  useHotkeys([['mod+Enter', onOpen]], []);
  return (
    <div className={classes.taken} role="alert">
      <p>{t('taken.by', { name: name === '' ? t('nameless') : name })}</p>
      <KeyButton cap="Ctrl+Enter" variant="default" size="xs" onClick={onOpen}>
        {t('taken.open')}
      </KeyButton>
    </div>
  );
}
