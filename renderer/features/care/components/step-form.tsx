import { addDays } from '@domain/calendar/business-day';
import { isBusinessDate } from '@domain/units';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { isComposing } from '../../../lib/typing';
import type { Doing, RefusalFor } from '../../../lib/use-command';
import { DigitChoice } from '../../../ui/digit-choice';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type Task, useAssign, useDrop, usePutOff, useSetCause, useStaff } from '../api';
import type { Step } from '../task-keys';
import classes from './task-view.module.css';

interface StepFormProps {
  readonly task: Task;
  readonly step: Step;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Put off, dropped with a reason, or given to somebody. */
export function StepForm({ step, ...rest }: StepFormProps) {
  switch (step) {
    case 'put_off':
      return <PutOff {...rest} />;
    case 'drop':
      return <Drop {...rest} />;
    case 'assign':
      return <Assign {...rest} />;
  }
}

type PartProps = Omit<StepFormProps, 'step'>;
const LATER = [1, 3, 7] as const;

function PutOff({ task, onDone, onCancel }: PartProps) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const putOff = usePutOff();
  useEffect(() => (choice.current ?? day.current)?.focus(), []);
  const days = LATER.map((count) => ({ count, day: addDays(format.today, count) })).filter(
    (each) => each.day <= task.lastDay,
  );
  const save = async () => {
    setAsked(true);
    if (!isBusinessDate(until)) return day.current?.focus();
    const end = await putOff.run({ taskId: task.id, until });
    if (end.state === 'done') onDone();
  };
  return (
    <Form step="put_off" doing={putOff} onSave={save} onCancel={onCancel}>
      {days.length === 0 ? null : (
        <DigitChoice
          label={t('step.putOffBy')}
          options={days.map((each) => ({
            value: String(each.day),
            word: t('step.days', { count: each.count }),
          }))}
          value={until}
          onChange={setUntil}
          onSettled={() => day.current?.focus()}
          focusRef={choice}
        />
      )}
      <TextInput
        ref={day}
        type="date"
        label={t('step.until')}
        description={t('step.untilAbout', { date: format.date(task.lastDay) })}
        min={addDays(format.today, 1)}
        max={task.lastDay}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        error={asked && !isBusinessDate(until) ? t('step.dayNeeded') : null}
      />
    </Form>
  );
}

/** That somebody has died is heard on any call: then everything for them ends, and the word is reason enough (S90). */
function Drop({ task, onDone, onCancel }: PartProps) {
  const { t } = useTranslation('care');
  const [reason, setReason] = useState('');
  const [died, setDied] = useState(false);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const drop = useDrop();
  const setCause = useSetCause();
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    setAsked(true);
    if (!died && reason.trim() === '') return field.current?.focus();
    const end = died
      ? await setCause.run({ taskId: task.id, churnReason: 'died', measure: task.measure })
      : await drop.run({ taskId: task.id, reason });
    if (end.state === 'done') onDone();
  };
  return (
    <Form step="drop" doing={died ? setCause : drop} onSave={save} onCancel={onCancel}>
      <Textarea
        ref={field}
        label={t('step.reason')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={reason}
        disabled={died}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && !died && reason.trim() === '' ? t('refusal.reason_needed') : null}
      />
      <Checkbox
        label={t('step.died')}
        checked={died}
        onChange={(event) => setDied(event.currentTarget.checked)}
      />
    </Form>
  );
}

function Assign({ task, onDone, onCancel }: PartProps) {
  const { t } = useTranslation('care');
  const staff = useStaff().data ?? [];
  const [to, setTo] = useState(task.assignedTo?.id ?? '');
  const field = useRef<HTMLSelectElement>(null);
  const assign = useAssign();
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    const end = await assign.run({ taskId: task.id, staffId: to === '' ? null : to });
    if (end.state === 'done') onDone();
  };
  return (
    <Form step="assign" doing={assign} onSave={save} onCancel={onCancel}>
      <NativeSelect
        ref={field}
        label={t('step.to')}
        value={to}
        data={[
          { value: '', label: t('step.anybody') },
          ...staff.map(({ id: value, name: label }) => ({ value, label })),
        ]}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
    </Form>
  );
}

type StepRefusal =
  | RefusalFor<'care', 'putOff'>
  | RefusalFor<'care', 'drop'>
  | RefusalFor<'care', 'assign'>
  | RefusalFor<'care', 'setCause'>;

interface FormProps {
  readonly step: Step;
  readonly doing: Pick<Doing<never, unknown, StepRefusal>, 'now'>;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The frame of each: Ctrl+Enter does it, Esc leaves it. */
function Form({ step, doing: { now }, onSave, onCancel, children }: FormProps) {
  const { t } = useTranslation('care');
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void onSave();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={`${classes.form} ${classes.framed}`}
      aria-label={t(`step.${step}`)}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
      {now.state === 'refused' ? <Refused refusal={now.refusal} /> : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={() => void onSave()} /> : null}
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={now.state === 'busy'} onClick={() => void onSave()}>
          {t(`step.do_${step}`)}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('step.cancel')}
        </KeyButton>
      </div>
    </form>
  );
}

function Refused({ refusal }: { readonly refusal: StepRefusal }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  return <Notice tone="danger">{words()}</Notice>;

  function words(): string {
    switch (refusal.code) {
      case 'not_open':
        return t('refusal.not_open', { state: t(`state.${refusal.params.state}`) });
      case 'too_late':
        return t('refusal.too_late', { date: format.date(refusal.params.lastDay) });
      default:
        return t(`refusal.${refusal.code}`);
    }
  }
}
