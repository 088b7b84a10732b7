import type { BackupProof } from '@contract/backups';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import type { Settled } from '../../../lib/use-command';
import { usePinEntry } from '../../../lib/use-pin-entry';
import { Cover } from '../../../ui/cover';
import frame from '../../../ui/cover-step.module.css';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import { PinField } from '../../../ui/pin-field';
import type { FaultRefusal, Preview } from '../api';
import { Trouble } from './trouble';

export type Proof = BackupProof;
type Ended = Settled<unknown, FaultRefusal>;

interface ProofDialogProps {
  readonly title: string;
  readonly owners: Preview['owners'];
  /** Encrypted: no PIN opens it. */
  readonly byCodeOnly: boolean;
  readonly send: (proof: Proof) => Promise<Ended>;
  readonly onBack: () => void;
}

/** Nobody is signed in without a store: whose it is shows by an owner's PIN, or by the recovery code. */
export function ProofDialog({ title, owners, byCodeOnly, send, onBack }: ProofDialogProps) {
  const [byCode, setByCode] = useState(byCodeOnly);
  const [at, setAt] = useState(0);
  const owner = owners[at];
  return (
    <Cover label={title} hides="dimmed">
      <div className={frame.step}>
        <Head title={title} onBack={onBack} />
        {byCode || owner === undefined ? (
          <ByCode send={send} onBack={onBack} onPin={owner === undefined ? null : () => setByCode(false)} />
        ) : (
          <ByPin
            key={owner.id}
            owner={owner}
            send={send}
            onBack={onBack}
            onCode={() => setByCode(true)}
            onMove={(step) => setAt((at + step + owners.length) % owners.length)}
          />
        )}
      </div>
    </Cover>
  );
}

function Head({ title, onBack }: Pick<ProofDialogProps, 'title' | 'onBack'>) {
  const { t } = useTranslation('common');
  return (
    <header className={frame.head}>
      <h1>{title}</h1>
      <button type="button" className={frame.leave} onClick={onBack}>
        <KeyCap>Esc</KeyCap> {t('act.back')}
      </button>
    </header>
  );
}

interface ByPinProps extends Pick<ProofDialogProps, 'send' | 'onBack'> {
  readonly owner: Preview['owners'][number];
  readonly onCode: () => void;
  readonly onMove: (step: number) => void;
}

function ByPin({ owner, send, onBack, onCode, onMove }: ByPinProps) {
  const { t } = useTranslation(['backups', 'staff']);
  const [end, setEnd] = useState<Ended>({ state: 'idle' });
  const entry = usePinEntry({
    of: { role: 'owner', waitUntil: null, blocked: false },
    send: async (pin) => {
      const ended = await send({ staffId: owner.id, pin });
      setEnd(ended);
      return ended;
    },
  });
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onBack();
    else if (event.key === 'F2') onCode();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) entry.submit();
    else if (step !== undefined) onMove(step);
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: entry.scanned });
  return (
    <>
      <PinField
        label={t('staff:approve.pin_of', { name: owner.name })}
        value={entry.pin}
        onChange={entry.type}
        disabled={entry.closed}
        error={entry.trouble}
        first
      />
      {entry.mishap === null ? null : <FaultLine mishap={entry.mishap} />}
      {entry.trouble === null ? <Trouble of={end} /> : null}
      <div className={frame.acts}>
        <KeyButton cap="Enter" loading={entry.busy} disabled={entry.closed} onClick={entry.submit}>
          {t('rescue.go')}
        </KeyButton>
        <Button variant="subtle" color="gray" rightSection={<KeyCap>F2</KeyCap>} onClick={onCode}>
          {t('rescue.by_code')}
        </Button>
      </div>
    </>
  );
}

interface ByCodeProps extends Pick<ProofDialogProps, 'send' | 'onBack'> {
  readonly onPin: (() => void) | null;
}

function ByCode({ send, onBack, onPin }: ByCodeProps) {
  const { t } = useTranslation('backups');
  const [code, setCode] = useState('');
  const [end, setEnd] = useState<Ended>({ state: 'idle' });
  const submit = async () => {
    if (code.trim() === '' || end.state === 'busy') return;
    setEnd({ state: 'busy' });
    setEnd(await send({ recoveryCode: code }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') (onPin ?? onBack)();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void submit();
    else return;
    event.preventDefault();
  };
  // A code on paper may well be scanned: its characters stand in the field by now.
  useCoverKeys({ press, scanned: () => void submit() });
  return (
    <>
      <TextInput
        label={t('restore.code')}
        description={t('restore.code_about')}
        value={code}
        autoComplete="off"
        spellCheck={false}
        data-cover-focus=""
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Trouble of={end} />
      <div className={frame.acts}>
        <KeyButton cap="Enter" loading={end.state === 'busy'} onClick={() => void submit()}>
          {t('rescue.go')}
        </KeyButton>
      </div>
    </>
  );
}
