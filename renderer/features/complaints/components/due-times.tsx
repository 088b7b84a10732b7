import type { Instant } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './due-times.module.css';

const HOUR_MS = 3_600_000;

interface DueTimesProps {
  readonly responseAt: Instant;
  readonly resolutionAt: Instant;
  /** Before saving, the hours that make them. */
  readonly hours?: { readonly response: number; readonly resolution: number };
}

/** Both clocks of a complaint (S68, S69), the answer first. */
export function DueTimes({ responseAt, resolutionAt, hours }: DueTimesProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  return (
    <ul className={`${classes.due} numbers`}>
      <li>
        {t('log.due_response', { at: format.dateTime(responseAt) })}
        {hours === undefined ? null : (
          <span className={classes.why}>
            {t('log.due_hours', { span: format.span(hours.response * HOUR_MS) })}
          </span>
        )}
      </li>
      <li>
        {t('log.due_resolution', { at: format.dateTime(resolutionAt) })}
        {hours === undefined ? null : (
          <span className={classes.why}>
            {t('log.due_hours', { span: format.span(hours.resolution * HOUR_MS) })}
          </span>
        )}
      </li>
    </ul>
  );
}
