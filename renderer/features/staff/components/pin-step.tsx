import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import type { Person } from '../../../lib/desk';
import { usePinEntry } from '../../../lib/use-pin-entry';
import frame from '../../../ui/cover-step.module.css';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import { Notice } from '../../../ui/notice';
import { PinField } from '../../../ui/pin-field';
import { useSignIn } from '../api';
import classes from './pin-step.module.css';

interface PinStepProps {
  readonly person: Person;
  readonly onDone: () => void;
  readonly onForgotten: () => void;
  /** To the list of people, or out of it; null where there is nobody else. */
  readonly onBack: (() => void) | null;
}

/** The PIN, typed blind; one Enter. */
export function PinStep({ person, onDone, onForgotten, onBack }: PinStepProps) {
  const { t } = useTranslation(['staff', 'common']);
  const signIn = useSignIn();
  const entry = usePinEntry({
    of: person,
    send: async (pin) => {
      const end = await signIn.run({ staffId: person.id, pin });
      if (end.state === 'done') onDone();
      return end;
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack?.();
    else if (event.key === 'F2') onForgotten();
    // On a button Enter presses the button.
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) entry.submit();
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: entry.scanned });
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>
          {person.name} <span className={classes.role}>{t(`common:role.${person.role}`)}</span>
        </h1>
        {onBack === null ? null : (
          <button type="button" className={frame.leave} onClick={onBack}>
            <KeyCap>Esc</KeyCap> {t('signIn.another')}
          </button>
        )}
      </header>
      {person.hasPin ? (
        <>
          <PinField
            label={t('pin.label')}
            value={entry.pin}
            onChange={entry.type}
            disabled={entry.closed}
            error={entry.trouble}
            first
          />
          {entry.mishap === null ? null : <FaultLine mishap={entry.mishap} />}
        </>
      ) : (
        <Notice tone="mind">{t('pin.no_pin')}</Notice>
      )}
      <div className={frame.acts}>
        {person.hasPin ? (
          <KeyButton
            cap="Enter"
            size="md"
            loading={entry.busy}
            disabled={entry.closed}
            onClick={entry.submit}
          >
            {t('signIn.do')}
          </KeyButton>
        ) : null}
        <Button variant="subtle" color="gray" rightSection={<KeyCap>F2</KeyCap>} onClick={onForgotten}>
          {t('forgotten.way')}
        </Button>
      </div>
    </div>
  );
}
