import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { focusItsRows, ListAndDetail, usePanes } from '../../../ui/list-and-detail';
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
  const found = useWatchList(usePeriod(period));
  const list = useRef<HTMLDivElement>(null);
  const findings = found.data?.findings ?? [];
  const chosen = findings.find((each) => idOf(each) === picked) ?? findings[0] ?? null;
  useFunctionKeys(keys);
  const panes = usePanes(found.data !== undefined, () => list.current?.focus(), focusItsRows);
  return (
    <ListAndDetail
      panes={panes}
      label={t('view.watch')}
      className={classes.both}
      list={
        <>
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
                  onOpen={(each) => panes.open(() => setPicked(idOf(each)))}
                >
                  {(each) => <WatchRow watched={each} />}
                </RowList>
              </div>
            )}
          </Awaited>
        </>
      }
    >
      {chosen === null ? null : <WatchedRows key={idOf(chosen)} watched={chosen} onMember={onMember} />}
    </ListAndDetail>
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
