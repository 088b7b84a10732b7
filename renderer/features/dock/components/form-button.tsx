import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/key-cap';
import { useForm } from '../use-form';

const KEY = 'F11';

/** F11, and a button of the bar: the narrow form beside the till's program, or the wide one. */
export function FormButton({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation('dock');
  const { isDock, turn } = useForm();
  useHotkeys([[KEY, turn]], []);
  return (
    <UnstyledButton className={className} onClick={turn} aria-keyshortcuts={KEY} tabIndex={-1}>
      <KeyCap>{KEY}</KeyCap>
      {t(isDock === true ? 'widen' : 'narrow')}
    </UnstyledButton>
  );
}
