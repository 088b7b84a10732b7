import type { BusinessDate } from '@domain/units';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { ListAndDetail, usePanes } from '../../../ui/list-and-detail';
import { RowList } from '../../../ui/row-list';
import { type DayClose, type DayPreview, useCloses, useDay } from '../api';
import { DayPane } from '../components/day-pane';
import classes from '../components/days.module.css';
import { SheetPane } from '../components/sheet-pane';
import { keyOf, type Shown, showDay, useDays } from '../days-state';

interface Row {
  readonly shown: Shown;
  readonly date: BusinessDate;
  readonly close: DayClose | null;
}

/** The day close 日结: today as it stands, days that nobody has closed, and every close there was. */
export function DaysScreen() {
  const { t } = useTranslation('days');
  const chosen = useDays((days) => days.shown);
  const today = useDay(null);
  const closes = useCloses();
  const list = useRef<HTMLDivElement>(null);
  const panes = usePanes(today.data !== undefined && closes.data !== undefined, () => list.current?.focus());
  return (
    <ListAndDetail
      panes={panes}
      label={t('title')}
      listClass={classes.index}
      list={
        <Awaited of={today} skeleton={<Bones rows={10} height={44} />}>
          {(day) => (
            <Awaited of={closes} skeleton={<Bones rows={10} height={44} />}>
              {({ rows }) => (
                <RowList
                  ref={list}
                  label={t('list')}
                  rows={rowsOf(day, rows)}
                  idOf={({ shown }) => keyOf(shown)}
                  openId={keyOf(chosen ?? { kind: 'day', date: day.date })}
                  onOpen={({ shown }) => panes.open(() => showDay(shown))}
                >
                  {(row) => <DayRow row={row} today={day} />}
                </RowList>
              )}
            </Awaited>
          )}
        </Awaited>
      }
    >
      {chosen?.kind === 'close' ? (
        <SheetPane key={chosen.closeId} closeId={chosen.closeId} />
      ) : (
        <DayPane
          key={chosen?.date ?? ''}
          date={chosen?.date ?? null}
          onAct={() => panes.open(shownAlready)}
        />
      )}
    </ListAndDetail>
  );
}

/** A key of what is behind the list was pressed: it comes to the front, and nothing else is chosen. */
const shownAlready = () => undefined;

/** Today, days left open, then every close. */
const rowsOf = (today: DayPreview, closes: readonly DayClose[]): Row[] => [
  ...[today.date, ...today.open].map((date) => ({
    shown: { kind: 'day' as const, date },
    date,
    close: null,
  })),
  ...closes.map((close) => ({
    shown: { kind: 'close' as const, closeId: close.id },
    date: close.date,
    close,
  })),
];

function DayRow({ row: { date, close }, today }: { readonly row: Row; readonly today: DayPreview }) {
  const { t } = useTranslation('days');
  const format = useFormat();
  const isToday = date === today.date;
  return (
    <span className={classes.row}>
      <span className={classes.day}>
        {isToday && close === null ? t('state.this_day') : format.date(date)}
      </span>
      {close === null ? (
        <span className={isToday ? 'quiet' : undefined}>
          {t(
            `row.${isToday ? (today.closes.length > 0 && today.late.length === 0 ? 'closed' : 'running') : 'open'}`,
          )}
        </span>
      ) : (
        <>
          <span className="quiet">
            {close.round > 1 ? `${t('row.round', { round: close.round })} · ` : ''}
            {close.staffName} {format.time(close.closedAt)}
          </span>
          <span className={classes.net}>{money(close.net)}</span>
        </>
      )}
    </span>
  );
}
