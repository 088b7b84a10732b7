import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import type { Standing, useVerify } from '../api';
import classes from './audit.module.css';
import { ChainTrouble } from './chain-trouble';

interface ChainStandingProps {
  readonly standing: Standing;
  readonly verifying: ReturnType<typeof useVerify>;
  readonly onVerify: () => void;
}

/** Whether the trail is as it was written, when that was last checked, and checking it now. */
export function ChainStanding({ standing, verifying, onVerify }: ChainStandingProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { entries, lastVerification: last, lastClose } = standing;
  const busy = verifying.now.state === 'busy' || standing.verifying;
  return (
    <div className={classes.standing}>
      <p className={classes.state} role="status">
        {last === null || busy ? (
          <span className="quiet">{t('chain.checking', { count: entries, entries: whole(entries) })}</span>
        ) : last.found === 0 ? (
          <span>
            {t('chain.whole', {
              count: last.entries,
              entries: whole(last.entries),
              at: format.dateTime(last.at),
            })}
          </span>
        ) : (
          <strong className="danger">
            {t('chain.broken', { count: last.found, found: whole(last.found), at: format.dateTime(last.at) })}
          </strong>
        )}{' '}
        <span className="quiet">
          {lastClose === null
            ? t('chain.never')
            : t('chain.sealed', { seq: whole(lastClose.seq), date: format.date(lastClose.date) })}
        </span>
      </p>
      <KeyButton cap="F9" size="compact-sm" variant="default" onClick={onVerify} loading={busy}>
        {t('chain.check')}
      </KeyButton>
      {verifying.now.state === 'fault' ? (
        <FaultLine mishap={verifying.now.mishap} onRetry={onVerify} />
      ) : null}
      {last !== null && last.found > 0 && !busy ? <ChainTrouble verification={last} /> : null}
    </div>
  );
}
