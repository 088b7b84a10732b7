import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Notice } from '../../../ui/notice';
import type { SetUpView, Standing } from '../api';
import { useDueWords, usePacketWords, useScheduleWords } from '../use-words';
import classes from './head-office.module.css';
import { StateMark } from './state-mark';

interface StandingViewProps {
  readonly standing: Standing;
  readonly setUp: SetUpView;
}

/** What head office waits for, what it has said last, and where packets go. */
export function StandingView({ standing, setUp }: StandingViewProps) {
  const { t } = useTranslation('headOffice');
  const due = useDueWords();
  const schedule = useScheduleWords();
  const packet = usePacketWords();
  const format = useFormat();
  const { last, toSend, unanswered, begunAnew } = standing;
  const pressing = standing.due.state === 'due' || standing.due.state === 'overdue';
  return (
    <div className={classes.standing}>
      <section aria-label={t('due.title')}>
        <h2 className={classes.title}>{t('due.title')}</h2>
        <p className={classes.big} data-pressing={pressing || undefined}>
          {due(standing.due)}
        </p>
        <p className={classes.line}>{schedule(setUp.schedule)}</p>
        {toSend === 0 ? null : <p className={classes.line}>{t('due.to_send', { count: toSend })}</p>}
        {last === null ? (
          <p className={classes.line}>{t('due.never')}</p>
        ) : (
          <p className={classes.last}>
            <StateMark state={last.state} />
            <span>
              {packet(last)} · {format.dateTime(last.madeAt)}
            </span>
          </p>
        )}
      </section>
      {unanswered.packets === 0 ? null : (
        <Notice tone={unanswered.late ? 'danger' : 'quiet'}>
          {t(unanswered.late ? 'unanswered.late' : 'unanswered.waiting', {
            count: unanswered.packets,
            days: unanswered.days,
          })}
        </Notice>
      )}
      {begunAnew === null ? null : (
        <Notice tone="mind">{t('begun_anew', { when: format.dateTime(begunAnew.at) })}</Notice>
      )}
      {standing.ack === null ? null : <AckLines ack={standing.ack} />}
      <section aria-label={t('to.title')}>
        <h2 className={classes.title}>{t('to.title')}</h2>
        <p className={classes.line}>{setUp.card.name}</p>
        <p className={classes.path} data-selectable>
          {setUp.card.fingerprint}
        </p>
        {setUp.folder === null ? (
          <p className={classes.line}>{t('to.no_folder')}</p>
        ) : (
          <>
            <p className={classes.path} data-selectable>
              {setUp.folder.path}
            </p>
            {setUp.folder.present ? null : <Notice tone="mind">{t('to.folder_gone')}</Notice>}
          </>
        )}
      </section>
    </div>
  );
}

/** The last answer of head office: what it has, what it lacks, what it could not take. */
function AckLines({ ack }: { readonly ack: NonNullable<Standing['ack']> }) {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  return (
    <section aria-label={t('ack.title')}>
      <h2 className={classes.title}>{t('ack.title')}</h2>
      <p className={classes.line}>
        {ack.upto === null
          ? t('ack.nothing', { when: format.dateTime(ack.at) })
          : t('ack.upto', { n: ack.upto, when: format.dateTime(ack.at) })}
      </p>
      {ack.missing.length === 0 ? null : (
        <Notice tone="mind">{t('ack.missing', { list: ack.missing.join(', ') })}</Notice>
      )}
      {ack.forked ? <Notice tone="danger">{t('ack.forked')}</Notice> : null}
      {ack.rejected.map(({ file, why }) => (
        <Notice key={file} tone="danger">
          {t('ack.rejected', { file, why })}
        </Notice>
      ))}
    </section>
  );
}
