import type { BusinessDate } from '@domain/units';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { useRecalculate, useStanding } from '../api';
import { RunningLine } from './running-line';
import classes from './standing-line.module.css';

/** What a run has found out; before the first one it says what a run is for, and starts it. */
export function NeedsRun({ children }: { readonly children: (asOf: BusinessDate) => ReactNode }) {
  const standing = useStanding();
  return (
    <Awaited of={standing} skeleton={<Bones rows={10} height={36} />}>
      {({ run, running }) => (run === null ? <NotYet running={running} /> : children(run.asOf))}
    </Awaited>
  );
}

function NotYet({ running }: { readonly running: Answered<'insights', 'standing'>['running'] }) {
  const { t } = useTranslation('insights');
  const { now, run } = useRecalculate();
  const start = () => void run({});
  const act = useRef<HTMLButtonElement>(null);
  useEffect(() => act.current?.focus(), []);
  return (
    <div className={classes.empty}>
      <p>{t('standing.never')}</p>
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={start} /> : null}
      {running === null ? (
        <KeyButton cap="F5" ref={act} loading={now.state === 'busy'} onClick={start}>
          {t('standing.calculate')}
        </KeyButton>
      ) : (
        <RunningLine running={running} />
      )}
    </div>
  );
}
