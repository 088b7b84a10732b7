import type { BusinessDate } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Notice } from '../../../ui/notice';
import { type DayPreview, useDay } from '../api';
import { showDay } from '../days-state';
import { CloseAct } from './close-act';
import { DayFigures } from './day-figures';
import classes from './days.module.css';
import { LateRows } from './late-rows';

interface DayPaneProps {
  /** Null: today. */
  readonly date: BusinessDate | null;
  /** Its key was pressed, wherever the focus is. */
  readonly onAct: () => void;
}

/** A day as it stands, and closing it. */
export function DayPane({ date, onAct }: DayPaneProps) {
  const day = useDay(date);
  return (
    <Awaited of={day} skeleton={<Bones rows={10} height={32} />}>
      {(data) => <Day day={data} onAct={onAct} />}
    </Awaited>
  );
}

function Day({ day, onAct }: { readonly day: DayPreview } & Pick<DayPaneProps, 'onAct'>) {
  const { t } = useTranslation('days');
  const format = useFormat();
  const [last] = day.closes;
  return (
    <article className={classes.pane} aria-label={format.date(day.date)}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {format.date(day.date)} {day.isToday ? <span className="quiet">{t('state.this_day')}</span> : null}
        </h2>
        <p className="quiet">
          {last === undefined
            ? t(day.isToday ? 'state.running' : 'state.open')
            : t('state.closed', {
                round: last.round,
                at: format.dateTime(last.closedAt),
                staff: last.staffName,
              })}
        </p>
      </header>
      {last !== undefined && day.late.length > 0 ? (
        <Notice tone="mind">{t('state.late', { count: day.late.length })}</Notice>
      ) : null}
      <CloseAct
        key={day.date}
        day={day}
        onAct={onAct}
        onClosed={(closeId) => showDay({ kind: 'close', closeId })}
      />
      <DayFigures figures={day.figures} />
      <LateRows rows={day.late} />
    </article>
  );
}
