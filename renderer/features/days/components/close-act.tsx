import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFunctionKeys } from '../../../lib/function-keys';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type DayPreview, useCloseDay } from '../api';
import classes from './days.module.css';

interface CloseActProps {
  readonly day: DayPreview;
  readonly onAct: () => void;
  readonly onClosed: (closeId: string) => void;
}

/** Closing a day: its key asks once more, for what is sealed stays sealed. */
export function CloseAct({ day, onAct, onClosed }: CloseActProps) {
  const { t } = useTranslation('days');
  const closing = useCloseDay();
  const [sure, setSure] = useState(false);
  // What was looked at is no more what there is: it has to be looked at again.
  // biome-ignore lint/correctness/useExhaustiveDependencies(day.stamp): whenever the figures change
  useEffect(() => setSure(false), [day.stamp]);

  const press = async () => {
    onAct();
    if (!sure) {
      closing.reset();
      return setSure(true);
    }
    setSure(false);
    const end = await closing.run({ date: day.date, stamp: day.stamp });
    if (end.state === 'done') onClosed(end.value.closeId);
    if (end.state === 'refused' && end.refusal.code === 'already_closed')
      onClosed(end.refusal.params.closeId);
  };
  const run = () => void press();
  const done = day.closes.length > 0 && day.late.length === 0;
  useFunctionKeys([{ key: 'F2', word: t(sure ? 'close.sure' : 'close.do'), run, disabled: done }]);
  if (done) return null;
  return (
    <div className={classes.act}>
      {sure ? (
        <Notice tone="mind">
          {t(day.isToday ? 'close.asked_today' : 'close.asked', { net: money(day.figures.net) })}
        </Notice>
      ) : null}
      <NotDone of={closing.now} words={(refusal) => t(`close.refused.${refusal.code}`)} onRetry={run} />
      <KeyButton
        cap="F2"
        className={classes.button}
        variant={sure ? 'filled' : 'default'}
        onClick={run}
        loading={closing.now.state === 'busy'}
      >
        {t(sure ? 'close.sure' : day.closes.length > 0 ? 'close.again' : 'close.do')}
      </KeyButton>
    </div>
  );
}
