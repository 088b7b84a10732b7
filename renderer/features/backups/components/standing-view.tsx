import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { Notice } from '../../../ui/notice';
import type { Standing } from '../api';
import { useMoment, usePlaceWords } from '../use-place-words';
import classes from './backups.module.css';
import { PutAside } from './put-aside';
import { SecondMedium } from './second-medium';
import { UndoLine } from './undo-line';

interface StandingViewProps {
  readonly standing: Standing;
  readonly making: boolean;
}

/** How safe the store is: the last backup that was read back, the second place, the weekly proof, what is wrong. */
export function StandingView({ standing, making }: StandingViewProps) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const place = usePlaceWords();
  const { last, nextDue, running, trial, problems, disk, sample } = standing;
  if (sample) return <Notice tone="quiet">{t('sample')}</Notice>;
  return (
    <div className={classes.standing}>
      <UndoLine undo={standing.undo} />
      {problems.map(({ code, since }) => (
        <Notice key={code} tone="danger">
          {t(`problem.${code}`)} {t('problem.since', { when: moment(since) })}
        </Notice>
      ))}
      <section aria-label={t('last.title')}>
        <h2 className={classes.title}>{t('last.title')}</h2>
        {last === null ? (
          <p className={classes.big}>{t('last.none')}</p>
        ) : (
          <>
            <p className={`${classes.big} numbers`}>{moment(last.madeAt)}</p>
            <p className={classes.line}>
              {place(last)} · {bytes(last.bytes)}
              {last.holds === null ? null : ` · ${t('holds', worded(last.holds))}`}
            </p>
            <p className={classes.path} data-selectable>
              {last.path}
            </p>
          </>
        )}
        <p className={classes.line}>
          {making || running !== null
            ? t(`running.${running ?? 'making'}`)
            : nextDue === null
              ? null
              : t('last.next', { when: moment(nextDue) })}
        </p>
      </section>
      <SecondMedium second={standing.second} needsCode={standing.secondNeedsCode} />
      <section aria-label={t('trial.title')}>
        <h2 className={classes.title}>{t('trial.title')}</h2>
        {trial === null ? (
          <p className={classes.line}>{t('trial.none')}</p>
        ) : (
          <p className={trial.good ? classes.line : `${classes.line} danger`}>
            {t(trial.good ? 'trial.good' : 'trial.bad', { when: moment(trial.at), ...worded(trial) })}
          </p>
        )}
      </section>
      {disk.level === 'fine' ? null : (
        <Notice tone="danger">
          {t(`disk.${disk.level}`, { free: bytes(disk.freeBytes), folder: disk.folder })}
        </Notice>
      )}
      <PutAside copies={standing.putAside} />
    </div>
  );
}

const worded = ({ members, purchases }: { readonly members: number; readonly purchases: number }) => ({
  members: whole(members),
  purchases: whole(purchases),
});
