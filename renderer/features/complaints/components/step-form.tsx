import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useSteps } from '../api';
import type { Step } from '../steps';
import classes from './step-form.module.css';

interface StepFormProps {
  readonly complaintId: string;
  readonly step: Step;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The labels of the one or two texts that a step needs. */
const TEXTS = {
  respond: ['respond_note'],
  resolve: ['resolve_result'],
  close: ['close_cause', 'close_measure'],
  reopen: ['reopen_reason'],
  note: ['note_note'],
} as const;
const HINTS: Readonly<Partial<Record<Step, 'respond_hint' | 'resolve_hint'>>> = {
  respond: 'respond_hint',
  resolve: 'resolve_hint',
};
const EFFECTS: Readonly<Partial<Record<Step, 'close_effect' | 'reopen_effect'>>> = {
  close: 'close_effect',
  reopen: 'reopen_effect',
};

/** One step of a complaint: its words, and Ctrl+Enter. */
export function StepForm({ complaintId, step, onDone, onCancel }: StepFormProps) {
  const { t } = useTranslation('complaints');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const steps = useSteps();
  const firstField = useRef<HTMLTextAreaElement>(null);
  const secondField = useRef<HTMLTextAreaElement>(null);
  const { now } = steps[step];
  const [one, two] = TEXTS[step];
  const hint = HINTS[step];
  const effect = EFFECTS[step];

  useEffect(() => firstField.current?.focus(), []);

  const send = async () => {
    if (first.trim() === '') return firstField.current?.focus();
    if (two !== undefined && second.trim() === '') return secondField.current?.focus();
    const end = await ask();
    if (end.state === 'done') onDone();
  };
  const ask = () => {
    switch (step) {
      case 'respond':
        return steps.respond.run({ complaintId, note: first });
      case 'resolve':
        return steps.resolve.run({ complaintId, result: first });
      case 'close':
        return steps.close.run({ complaintId, cause: first, measure: second });
      case 'reopen':
        return steps.reopen.run({ complaintId, reason: first });
      case 'note':
        return steps.note.run({ complaintId, note: first });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };

  return (
    <section className={classes.form} aria-label={t(`step.${step}`)} onKeyDown={press}>
      <Textarea
        ref={firstField}
        label={t(`step.${one}`)}
        placeholder={hint === undefined ? '' : t(`step.${hint}`)}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={step === 'reopen' ? 500 : step === 'close' ? 1000 : 2000}
        value={first}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      {two === undefined ? null : (
        <Textarea
          ref={secondField}
          label={t(`step.${two}`)}
          minRows={2}
          maxRows={6}
          autosize
          maxLength={1000}
          value={second}
          onChange={(event) => setSecond(event.currentTarget.value)}
        />
      )}
      {now.state === 'refused' ? (
        <Notice tone="danger">
          {now.refusal.code === 'not_in_this_state'
            ? t('refusal.not_in_this_state', { state: t(`state.${now.refusal.params.state}`) })
            : t(`refusal.${now.refusal.code}`)}
        </Notice>
      ) : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={() => void send()} /> : null}
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={now.state === 'busy'} onClick={() => void send()}>
          {t(`step.send_${step}`)}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('step.cancel')}
        </KeyButton>
        {effect === undefined ? null : <span className="quiet">{t(`step.${effect}`)}</span>}
      </div>
    </section>
  );
}
