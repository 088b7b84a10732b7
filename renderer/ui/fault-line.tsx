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
  const { kind, reference } = mishap ?? mishapOf(error);
  return (
    <div role="alert" className={classes.line}>
      <span>
        {t(`fault.${kind}`)}
        {reference === null ? null : ` ${t('fault.reference', { reference })}`}
      </span>
      {onRetry === undefined ? null : (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </div>
  );
}
