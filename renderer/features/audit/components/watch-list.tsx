import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyCap } from '../../../ui/key-cap';
import panes from '../../../ui/list-and-detail.module.css';
import { type ChosenPeriod, PeriodChoice, usePeriod } from '../../../ui/period-choice';
import { RowList } from '../../../ui/row-list';
import { useWatchList, type Watched } from '../api';
import classes from './audit.module.css';
import { WatchedRows } from './watched-rows';

interface WatchListProps {
  readonly keys: readonly FunctionKey[];
  readonly onMember: (memberId: string) => void;
}

const idOf = ({ code, staff, member, date }: Watched): string =>
  [code, staff?.id, member?.id, date].filter((part) => part !== undefined && part !== null).join(' ');

/** What an owner should look at: not guilt, but what is unusual, with the rows behind it (rules, Staff). */
export function WatchList({ keys, onMember }: WatchListProps) {
  const { t } = useTranslation('audit');
  const [period, setPeriod] = useState<ChosenPeriod>({ span: 'days30' });
  const [picked, setPicked] = useState<string | null>(null);
  const [inFront, setInFront] = useState(false);
  const found = useWatchList(usePeriod(period));
  const list = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const findings = found.data?.findings ?? [];
  const chosen = findings.find((each) => idOf(each) === picked) ?? findings[0] ?? null;
  useFunctionKeys(keys);
  const isThere = found.data !== undefined;
  useEffect(() => {
    if (isThere) list.current?.focus();
  }, [isThere]);
  const back = () => {
    flushSync(() => setInFront(false));
    list.current?.focus();
  };
  return (
    <section
      className={`${panes.both} ${classes.both}`}
      aria-label={t('view.watch')}
      data-in-front={inFront || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) back();
      }}
    >
      <div className={panes.list}>
        <div className={classes.tools}>
          <PeriodChoice chosen={period} onChoose={setPeriod} />
        </div>
        <Awaited
          of={found}
          skeleton={<Bones rows={6} height={52} />}
          isEmpty={(data) => data.findings.length === 0}
          empty={<p className={classes.empty}>{t('watch.nothing')}</p>}
        >
          {(data) => (
            <div className={classes.rows}>
              <RowList
                ref={list}
                label={t('view.watch')}
                rows={data.findings}
                idOf={idOf}
                openId={chosen === null ? null : idOf(chosen)}
                onOpen={(each) => {
                  flushSync(() => {
                    setPicked(idOf(each));
                    setInFront(true);
                  });
                  (side.current?.querySelector<HTMLElement>('tr[tabindex="0"]') ?? side.current)?.focus();
                }}
              >
                {(each) => <WatchRow watched={each} />}
              </RowList>
            </div>
          )}
        </Awaited>
      </div>
      <div className={panes.detail} ref={side} tabIndex={-1}>
        <button type="button" className={panes.back} onClick={back}>
          <KeyCap>Esc</KeyCap> {t('back')}
        </button>
        {chosen === null ? null : <WatchedRows key={idOf(chosen)} watched={chosen} onMember={onMember} />}
      </div>
    </section>
  );
}

function WatchRow({
  watched: { code, staff, member, date, count, points, amount },
}: {
  readonly watched: Watched;
}) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const who = [staff?.name, member?.name, date === null ? undefined : format.date(date)];
  const sums = [
    points === 0 ? '' : t('watch.points', { points: change(points) }),
    amount === 0 ? '' : money(amount),
  ];
  return (
    <span className={classes.watched}>
      <span>{t(`watch.code.${code}`)}</span>
      <span className={classes.small}>
        {[...who, t('watch.times', { count, times: whole(count) }), ...sums]
          .filter((word) => word !== undefined && word !== '')
          .join(' · ')}
      </span>
    </span>
  );
}
