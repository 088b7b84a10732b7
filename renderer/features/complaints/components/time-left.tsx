import { isDueSoon, isOverdue } from '@domain/complaints/clocks';
import type { Instant } from '@domain/units';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './time-left.module.css';

interface TimeLeftProps {
  readonly due: { readonly clock: 'response' | 'resolution'; readonly at: Instant };
  /** Says which clock it is; the list has no room for it. */
  readonly named?: boolean;
}

/** What is left of the running clock: told by word and sign first, by colour second; the moment itself on hover. */
export function TimeLeft({ due, named }: TimeLeftProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const tone = isOverdue(due, format.now) ? 'overdue' : isDueSoon(due, format.now) ? 'soon' : 'calm';
  const Sign = tone === 'overdue' ? IconAlertTriangle : IconClock;
  return (
    <span className={`${classes.left} numbers`} data-tone={tone} title={format.dateTime(due.at)}>
      {tone === 'calm' ? null : <Sign size={14} stroke={2} aria-hidden="true" />}
      <span>
        {t(`left.${tone}`, { span: format.span(due.at - format.now) })}
        {named === true ? ` · ${t(`clock.${due.clock}`)}` : null}
      </span>
    </span>
  );
}
