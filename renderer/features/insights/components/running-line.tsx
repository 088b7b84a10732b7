import type { Running } from '@contract/insights';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import classes from './standing-line.module.css';

/** What a run is at, and how far; it goes on when one looks elsewhere. */
export function RunningLine({ running: { step, done, total } }: { readonly running: Running }) {
  const { t } = useTranslation('insights');
  const word = t(`standing.step.${step}`);
  return (
    <span className={classes.running} role="status">
      <span className="numbers">
        {total === null
          ? word
          : t('standing.step_of', { step: word, done: whole(done), total: whole(total) })}
      </span>
      {total === null || total === 0 ? null : (
        <Progress className={classes.bar ?? ''} value={(done / total) * 100} aria-label={word} />
      )}
    </span>
  );
}
