import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useFunctionPress } from '../../../lib/use-function-press';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { useRecalculate, useStanding } from '../api';
import { RunningLine } from './running-line';
import classes from './standing-line.module.css';

/** Of when everything on the screen is, what has come since, and F5 to compute it anew. */
export function StandingLine() {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { data: standing } = useStanding();
  const { now, run } = useRecalculate();
  const isBusy = now.state === 'busy' || (standing !== undefined && standing.running !== null);
  const recalculate = () => {
    if (!isBusy) void run({});
  };
  useFunctionPress('F5', recalculate);
  if (standing === undefined || standing.run === null) return null;
  const { run: last, since } = standing;
  const changed = [
    since.entries === 0
      ? null
      : t('standing.entries', { count: since.entries, entries: whole(since.entries) }),
    since.rulesChanged ? t('standing.rules') : null,
    since.dayOver ? t('standing.day') : null,
  ].filter((words) => words !== null);
  return (
    <div className={classes.line}>
      <span className="numbers" title={format.dateTime(last.madeAt)}>
        {t('standing.as_of', {
          count: last.members,
          date: format.date(last.asOf),
          members: whole(last.members),
        })}
      </span>
      {standing.running === null ? (
        <span className={classes.since}>{changed.join(' · ')}</span>
      ) : (
        <RunningLine running={standing.running} />
      )}
      {standing.failed ? <span className={classes.failed}>{t('standing.failed')}</span> : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={recalculate} /> : null}
      <KeyButton
        cap="F5"
        variant="default"
        size="compact-sm"
        className={classes.act ?? ''}
        disabled={isBusy}
        onClick={recalculate}
      >
        {t('standing.recalculate')}
      </KeyButton>
    </div>
  );
}
