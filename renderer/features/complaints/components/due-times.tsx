import type { ComplaintRules } from '@domain/settings/shop-rules';
import type { Instant } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useHoursWords } from '../due-words';
import classes from './due-times.module.css';

interface DueTimesProps {
  readonly responseAt: Instant;
  readonly resolutionAt: Instant;
  /** Before saving, the hours that make them. */
  readonly hours?: Pick<ComplaintRules, 'responseHours' | 'resolutionHours' | 'storeHours'>;
}

/** Both clocks of a complaint (S68, S69), the answer first. */
export function DueTimes({ responseAt, resolutionAt, hours }: DueTimesProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const hoursWords = useHoursWords();
  const why = (given: number) => t('log.due_hours', { span: hoursWords(given, hours?.storeHours === true) });
  return (
    <ul className={`${classes.due} numbers`}>
      <li>
        {t('log.due_response', { at: format.dateTime(responseAt) })}
        {hours === undefined ? null : <span className={classes.why}>{why(hours.responseHours)}</span>}
      </li>
      <li>
        {t('log.due_resolution', { at: format.dateTime(resolutionAt) })}
        {hours === undefined ? null : <span className={classes.why}>{why(hours.resolutionHours)}</span>}
      </li>
    </ul>
  );
}
