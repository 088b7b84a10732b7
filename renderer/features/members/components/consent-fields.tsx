import { Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CONSENT_TEXT_VERSION } from '../../../lib/consent-text';
import type { IdentityValues } from '../identity';
import { ConsentSlip } from './consent-slip';
import classes from './identity-fields.module.css';

export interface ConsentValues {
  readonly personalData: boolean;
  readonly marketing: boolean;
}

interface ConsentFieldsProps {
  readonly form: UseFormReturnType<IdentityValues & ConsentValues>;
  /** The customer will sign, or has signed, a slip. */
  readonly onPaper: () => void;
}

/** Two separate questions with their text; membership works without the second (S28). */
export function ConsentFields({ form, onPaper }: ConsentFieldsProps) {
  const { t } = useTranslation('members');
  const version = t('consent.version', { version: CONSENT_TEXT_VERSION });
  return (
    <div className={classes.consent}>
      <Checkbox
        label={t('consent.personalData')}
        description={`${t('consent.text.personalData')} ${version}`}
        {...form.getInputProps('personalData', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('consent.marketing')}
        description={`${t('consent.text.marketing')} ${version}`}
        {...form.getInputProps('marketing', { type: 'checkbox' })}
      />
      <ConsentSlip who={form.values} choices={form.values} onPaper={onPaper} />
    </div>
  );
}
