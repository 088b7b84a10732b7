import { useTranslation } from 'react-i18next';
import type { NewPinProblem, TypedPin } from '../lib/new-pin';
import classes from './new-pin-fields.module.css';
import { PinField } from './pin-field';

interface NewPinFieldsProps {
  readonly typed: TypedPin;
  readonly onChange: (typed: TypedPin) => void;
  readonly digits: number;
  readonly problem: NewPinProblem | null;
  readonly disabled?: boolean;
}

/** A new PIN, twice: nobody sees what they type. */
export function NewPinFields(props: NewPinFieldsProps) {
  const { typed, onChange, digits, problem, disabled = false } = props;
  const { t } = useTranslation('staff');
  const say = (field: NewPinProblem['field']) =>
    problem?.field === field ? t(`newPin.${problem.why}`, { digits }) : null;
  return (
    <div className={classes.both}>
      <PinField
        name="pin"
        label={t('newPin.label', { digits })}
        value={typed.pin}
        error={say('pin')}
        disabled={disabled}
        onChange={(pin) => onChange({ ...typed, pin })}
      />
      <PinField
        name="again"
        label={t('newPin.again')}
        value={typed.again}
        error={say('again')}
        disabled={disabled}
        onChange={(again) => onChange({ ...typed, again })}
      />
    </div>
  );
}
