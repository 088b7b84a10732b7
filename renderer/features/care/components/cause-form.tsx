import { CHURN_REASONS, type ChurnReason } from '@domain/care/task';
import { CAUSE_OF } from '@domain/care/win-back';
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { type Task, useSetCause } from '../api';
import classes from './task-view.module.css';
import { WinBackCoupon } from './win-back-coupon';

/** Why they left, in seven reasons with the cause behind each, and what is to be done (S62-S64, S90). */
export function CauseForm({ task }: { readonly task: Task }) {
  const { t } = useTranslation('care');
  const [reason, setReason] = useState<ChurnReason | null>(task.churnReason);
  const [measure, setMeasure] = useState(task.measure);
  const [asked, setAsked] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const setCause = useSetCause();
  const isKept = reason === task.churnReason && measure.trim() === task.measure;

  const save = async () => {
    if (reason === null) {
      setAsked(true);
      return choice.current?.focus();
    }
    if (!isKept) await setCause.run({ taskId: task.id, churnReason: reason, measure });
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  const more = (each: ChurnReason) => {
    const cause = CAUSE_OF[each];
    return t(cause === null ? 'cause.nobody' : `cause.${cause}`);
  };
  return (
    <form
      className={`${classes.form} ${classes.framed}`}
      aria-label={t('cause.title')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <DigitChoice
        label={t('cause.title')}
        options={CHURN_REASONS.map((value) => ({
          value,
          word: t(`reason.${value}`),
          more: more(value),
        }))}
        value={reason}
        onChange={(next) => {
          setReason(next);
          setAsked(false);
        }}
        onSettled={() => field.current?.focus()}
        focusRef={choice}
        error={asked && reason === null ? t('cause.needed') : null}
      />
      <Textarea
        ref={field}
        label={t('cause.measure')}
        placeholder={t('cause.measureHint')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={measure}
        onChange={(event) => setMeasure(event.currentTarget.value)}
      />
      <NotDone
        of={setCause.now}
        words={(refusal) =>
          refusal.code === 'not_open'
            ? t('refusal.not_open', { state: t(`state.${refusal.params.state}`) })
            : t(`refusal.${refusal.code}`)
        }
        onRetry={() => void save()}
      />
      <div className={classes.acts}>
        <KeyButton
          cap="Ctrl+Enter"
          variant="default"
          disabled={isKept}
          loading={setCause.now.state === 'busy'}
          onClick={() => void save()}
        >
          {t(isKept && reason !== null ? 'cause.kept' : 'cause.save')}
        </KeyButton>
        <WinBackCoupon task={task} />
      </div>
    </form>
  );
}
