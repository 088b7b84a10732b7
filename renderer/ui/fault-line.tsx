import type { Denial } from '@contract/rpc';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Mishap, mishapOf } from '../lib/mishap';
import classes from './fault-line.module.css';

interface FaultLineProps {
  readonly error?: Error | null;
  readonly mishap?: Mishap;
  readonly onRetry?: () => void;
}

/** What went wrong outside the rules: what happened, what was kept, the reference in the log, and a way on. */
export function FaultLine({ error, mishap, onRetry }: FaultLineProps) {
  const { t } = useTranslation('common');
  const what = mishap ?? mishapOf(error);
  return (
    <div role="alert" className={classes.line}>
      <span>{what.kind === 'denied' ? <Denied denial={what.denial} /> : <Fault {...what} />}</span>
      {onRetry === undefined ? null : (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </div>
  );
}

function Fault({ kind, reference }: Exclude<Mishap, { kind: 'denied' }>) {
  const { t } = useTranslation('common');
  return (
    <>
      {t(`fault.${kind}`)}
      {reference === null ? null : ` ${t('fault.reference', { reference })}`}
    </>
  );
}

/** Who may, where whoever is signed in may not. */
function Denied({ denial }: { readonly denial: Denial }) {
  const { t } = useTranslation('common');
  switch (denial.code) {
    case 'not_allowed':
    case 'approval_needed':
      return t(`denied.${denial.code}.${denial.role}`);
    case 'locked':
    case 'clock_back':
    case 'too_many':
      return t(`denied.${denial.code}`);
  }
}
