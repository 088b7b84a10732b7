import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NewPinProblem, NO_PIN_TYPED, type TypedPin } from '../../../lib/new-pin';
import { NewPinFields } from '../../../ui/new-pin-fields';
import classes from './open-store-form.module.css';

export interface FirstOwner {
  readonly name: string;
  readonly pin: TypedPin;
  /** Said on purpose: the counter stands open until a PIN is set. */
  readonly withoutPin: boolean;
}

export type OwnerProblem = { readonly field: 'owner' } | NewPinProblem;

/** A store that does not exist yet has the rules that every store begins with. */
export const FIRST_PIN_DIGITS = DEFAULT_RULES.staff.pinDigits;

interface OwnerFieldsProps {
  readonly owner: FirstOwner;
  readonly problem: OwnerProblem | null;
  readonly onChange: (owner: FirstOwner) => void;
}

/** Whose store it is: a name for what they will do in it, and their PIN, unless they put that off. */
export function OwnerFields({ owner, problem, onChange }: OwnerFieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <TextInput
        name="owner"
        label={t('first.owner')}
        description={t('first.owner_about')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        size="md"
        maxLength={40}
        value={owner.name}
        error={problem?.field === 'owner' ? t('first.owner_needed') : null}
        onChange={(event) => onChange({ ...owner, name: event.currentTarget.value })}
      />
      {owner.withoutPin ? null : (
        <NewPinFields
          typed={owner.pin}
          digits={FIRST_PIN_DIGITS}
          problem={problem === null || problem.field === 'owner' ? null : problem}
          onChange={(pin) => onChange({ ...owner, pin })}
        />
      )}
      <Checkbox
        label={t('first.without_pin')}
        description={t(owner.withoutPin ? 'first.without_pin_means' : 'first.pin_about')}
        classNames={{ body: classes.check }}
        checked={owner.withoutPin}
        onChange={(event) =>
          onChange({ ...owner, pin: NO_PIN_TYPED, withoutPin: event.currentTarget.checked })
        }
      />
    </>
  );
}
