import { countingOf, ranBetween } from '@domain/complaints/clocks';
import type { Instant } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { type ComplaintDetail, useRules } from '../api';
import { useHoursWords } from '../due-words';
import classes from './clocks.module.css';

const HOUR_MS = 3_600_000;

/** Both promises: until when, when it was kept, and whether in time (S68, S69, S86). */
export function Clocks({ complaint }: { readonly complaint: ComplaintDetail }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const { firstRespondedAt, respondedAt, resolvedAt } = complaint;
  const clocks = [
    {
      clock: 'response',
      dueAt: complaint.responseDueAt,
      // A reopened complaint owes an answer of its own; until it is there the first one is history.
      doneAt: complaint.state === 'reopened' ? null : (respondedAt ?? firstRespondedAt),
      breached: complaint.responseBreached,
    },
    {
      clock: 'resolution',
      dueAt: complaint.resolutionDueAt,
      doneAt: resolvedAt,
      breached: complaint.resolutionBreached,
    },
  ] as const;
  return (
    <table className={classes.clocks} aria-label={t('clocks.title')}>
      <thead>
        <tr>
          <th scope="col">{t('clocks.promise')}</th>
          <th scope="col">{t('clocks.target')}</th>
          <th scope="col">{t('clocks.actual')}</th>
          <th scope="col">{t('clocks.kept')}</th>
        </tr>
      </thead>
      <tbody className="numbers">
        {clocks.map(({ clock, dueAt, doneAt, breached }) => (
          <tr key={clock}>
            <th scope="row">{t(`clock.${clock}`)}</th>
            <td>{format.dateTime(dueAt)}</td>
            <td>
              {doneAt === null ? (
                <span className="quiet">{t('clocks.not_yet')}</span>
              ) : (
                format.dateTime(doneAt)
              )}
            </td>
            <td>
              <Kept complaint={complaint} dueAt={dueAt} doneAt={doneAt} breached={breached} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface KeptProps {
  readonly complaint: ComplaintDetail;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly breached: boolean;
}

function Kept({ complaint, dueAt, doneAt, breached }: KeptProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const left = useLeftWhenPaused(complaint, dueAt);
  const { pausedAt } = complaint;
  // A clock that stands still is as late as it was then.
  const lateBy = (doneAt ?? pausedAt ?? format.now) - dueAt;
  if (lateBy > 0)
    return (
      <span className={classes.late}>
        {t(doneAt === null ? 'left.overdue' : 'clocks.late', { span: format.span(lateBy) })}
      </span>
    );
  if (doneAt === null && pausedAt !== null) return <>{t('clocks.paused', { span: left })}</>;
  // A later round was in time, an earlier one was not: that stays (S86).
  if (breached) return <span className={classes.late}>{t('clocks.breached_before')}</span>;
  return <>{doneAt === null ? t('left.calm', { span: format.span(lateBy) }) : t('clocks.in_time')}</>;
}

/** What is left of a clock that stands still, counted as it runs. */
function useLeftWhenPaused({ pausedAt, storeHours }: ComplaintDetail, dueAt: Instant): string {
  const rules = useRules();
  const calendar = useOpenStore();
  const hoursWords = useHoursWords();
  if (pausedAt === null || rules === undefined) return '';
  const left = ranBetween(pausedAt, dueAt, countingOf(rules, calendar, storeHours));
  return hoursWords(left / HOUR_MS, storeHours);
}
