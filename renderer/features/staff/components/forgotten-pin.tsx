import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import type { Person } from '../../../lib/desk';
import { type NewPinProblem, NO_PIN_TYPED, problemOfNewPin } from '../../../lib/new-pin';
import frame from '../../../ui/cover-step.module.css';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import { NewPinFields } from '../../../ui/new-pin-fields';
import { Notice } from '../../../ui/notice';
import { useResetByRecoveryCode } from '../api';

interface ForgottenPinProps {
  readonly person: Person;
  readonly digits: number;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** An owner has the recovery code; everybody else is helped by somebody above, and learns how. */
export function ForgottenPin({ person, digits, onDone, onBack }: ForgottenPinProps) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>{t('forgotten.title', { name: person.name })}</h1>
        <button type="button" className={frame.leave} onClick={onBack}>
          <KeyCap>Esc</KeyCap> {t('common:act.back')}
        </button>
      </header>
      {person.role === 'owner' ? (
        <ByRecoveryCode person={person} digits={digits} onDone={onDone} onBack={onBack} />
      ) : (
        <Helped role={person.role} onBack={onBack} />
      )}
    </div>
  );
}

function Helped({ role, onBack }: { readonly role: 'cashier' | 'manager'; readonly onBack: () => void }) {
  const { t } = useTranslation('staff');
  useCoverKeys({
    press: ({ key }) => (key === 'Escape' || key === 'Enter' ? onBack() : undefined),
    scanned: () => {},
  });
  return <p>{t(`forgotten.${role}`)}</p>;
}

type Wrong = NewPinProblem | { readonly field: 'code'; readonly why: 'code_needed' };

function ByRecoveryCode({ person, digits, onDone, onBack }: ForgottenPinProps) {
  const { t } = useTranslation('staff');
  const reset = useResetByRecoveryCode();
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(NO_PIN_TYPED);
  const [wrong, setWrong] = useState<Wrong | null>(null);

  const submit = async () => {
    const problem: Wrong | null =
      code.trim() === '' ? { field: 'code', why: 'code_needed' } : problemOfNewPin(typed, digits);
    setWrong(problem);
    if (problem !== null) return;
    const end = await reset.run({ staffId: person.id, code, pin: typed.pin });
    if (end.state === 'done') return onDone();
    setTyped(NO_PIN_TYPED);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void submit();
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: () => setTyped(NO_PIN_TYPED) });
  const refused = reset.now.state === 'refused' ? reset.now.refusal : null;
  const codeTrouble =
    wrong?.field === 'code'
      ? t('forgotten.code_needed')
      : refused?.code === 'code_mistyped' || refused?.code === 'wrong_code'
        ? t(`forgotten.${refused.code}`)
        : null;
  const pinProblem = (): NewPinProblem | null => {
    if (refused?.code === 'pin_length' || refused?.code === 'trivial_pin')
      return { field: 'pin', why: refused.code };
    return wrong === null || wrong.field === 'code' ? null : wrong;
  };
  return (
    <>
      <p>{t('forgotten.owner')}</p>
      <TextInput
        label={t('forgotten.code')}
        value={code}
        error={codeTrouble}
        autoComplete="off"
        spellCheck={false}
        data-cover-focus=""
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <NewPinFields typed={typed} onChange={setTyped} digits={digits} problem={pinProblem()} />
      {refused?.code === 'no_code' || refused?.code === 'not_an_owner' ? (
        <Notice tone="danger">{t(`forgotten.${refused.code}`)}</Notice>
      ) : null}
      {reset.now.state === 'fault' ? <FaultLine mishap={reset.now.mishap} /> : null}
      <div className={frame.acts}>
        <KeyButton cap="Enter" loading={reset.now.state === 'busy'} onClick={() => void submit()}>
          {t('forgotten.do')}
        </KeyButton>
      </div>
    </>
  );
}
