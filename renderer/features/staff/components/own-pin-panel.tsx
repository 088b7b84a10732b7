import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { type NewPinProblem, NO_PIN_TYPED, problemOfNewPin } from '../../../lib/new-pin';
import { showRecoveryCode } from '../../../lib/recovery-code';
import { usePinEntry } from '../../../lib/use-pin-entry';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { NewPinFields } from '../../../ui/new-pin-fields';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { PinField } from '../../../ui/pin-field';
import { useSetOwnPin } from '../api';
import classes from './staff.module.css';

/** One's own PIN: whoever has one gives it first; the first one of a store is its owner's and brings the recovery code. */
export function OwnPinPanel() {
  const { t } = useTranslation(['staff', 'common']);
  const { data: desk } = useDesk();
  const here = desk?.people.find(({ id }) => id === desk.staff?.id);
  if (desk === undefined || here === undefined) return null;
  return (
    <Panel title={t('own.title', { name: here.name })}>
      {!desk.pins && here.role !== 'owner' ? (
        <Notice tone="mind">{t('own.owner_first')}</Notice>
      ) : (
        <OwnPinForm key={here.id} of={here} digits={desk.pinDigits} isFirst={!desk.pins} />
      )}
    </Panel>
  );
}

interface OwnPinFormProps {
  readonly of: Parameters<typeof usePinEntry>[0]['of'] & { readonly hasPin: boolean };
  readonly digits: number;
  readonly isFirst: boolean;
}

function OwnPinForm({ of, digits, isFirst }: OwnPinFormProps) {
  const { t } = useTranslation('staff');
  const set = useSetOwnPin();
  const [typed, setTyped] = useState(NO_PIN_TYPED);
  const [problem, setProblem] = useState<NewPinProblem | null>(null);
  const send = async (oldPin: string | null) => {
    const end = await set.run({ oldPin, pin: typed.pin });
    setTyped(NO_PIN_TYPED);
    if (end.state === 'done' && end.value.recoveryCode !== null) showRecoveryCode(end.value.recoveryCode);
    return end;
  };
  const old = usePinEntry({ of, send });
  const save = () => {
    const wrong = problemOfNewPin(typed, digits);
    setProblem(wrong);
    if (wrong !== null) return;
    if (of.hasPin) old.submit();
    else void send(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    save();
  };
  const refused = set.now.state === 'refused' ? set.now.refusal : null;
  const newPin: NewPinProblem | null =
    refused?.code === 'pin_length' || refused?.code === 'trivial_pin'
      ? { field: 'pin', why: refused.code }
      : problem;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of the fields does what the button does
    <div className={classes.fields} onKeyDown={press}>
      <p className={classes.about}>{t(isFirst ? 'own.first' : 'own.about')}</p>
      {of.hasPin ? (
        <PinField
          label={t('own.old')}
          value={old.pin}
          onChange={old.type}
          disabled={old.closed}
          error={old.trouble}
        />
      ) : null}
      <NewPinFields
        typed={typed}
        digits={digits}
        problem={newPin}
        onChange={(next) => {
          setTyped(next);
          setProblem(null);
        }}
      />
      {refused?.code === 'owner_pin_first' ? <Notice tone="danger">{t('own.owner_first')}</Notice> : null}
      {set.now.state === 'fault' ? <FaultLine mishap={set.now.mishap} /> : null}
      {set.now.state === 'done' ? <Notice tone="good">{t('own.done')}</Notice> : null}
      <div className={classes.acts}>
        <KeyButton cap="Enter" loading={set.now.state === 'busy'} disabled={old.closed} onClick={save}>
          {t('own.do')}
        </KeyButton>
      </div>
    </div>
  );
}
