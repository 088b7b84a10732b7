import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTextSteps } from '../../api';
import { WordingHint } from '../wording-hint';
import { StepFrame, type StepProps } from './step-frame';

export type TextStepKind = 'respond' | 'resolve' | 'reopen' | 'note' | 'pause' | 'resume';

/** As long as the contract takes it. */
const LONGEST: Readonly<Record<TextStepKind, number>> = {
  respond: 2000,
  resolve: 2000,
  note: 2000,
  reopen: 500,
  pause: 500,
  resume: 500,
};

/** A step that needs no more than a text. */
export function TextStep({
  complaintId,
  step,
  onDone,
  onCancel,
}: StepProps & { readonly step: TextStepKind }) {
  const { t } = useTranslation('complaints');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const steps = useTextSteps();
  const { now } = steps[step];
  // Going on needs no reason: the waiting is over.
  const empty = step !== 'resume' && text.trim() === '';

  const ask = () => {
    switch (step) {
      case 'respond':
        return steps.respond.run({ complaintId, note: text });
      case 'resolve':
        return steps.resolve.run({ complaintId, result: text });
      case 'reopen':
        return steps.reopen.run({ complaintId, reason: text });
      case 'note':
        return steps.note.run({ complaintId, note: text });
      case 'pause':
        return steps.pause.run({ complaintId, reason: text });
      case 'resume':
        return steps.resume.run({ complaintId, note: text });
    }
  };
  const send = async () => {
    setAsked(true);
    if (empty) return field.current?.focus();
    const end = await ask();
    if (end.state === 'done') onDone();
  };
  return (
    <StepFrame
      step={step}
      now={now}
      onSend={() => void send()}
      onCancel={onCancel}
      {...(step === 'reopen' || step === 'pause' || step === 'resume'
        ? { effect: t(`step.effect_${step}`) }
        : {})}
    >
      <Textarea
        ref={field}
        label={t(`step.text_${step}`)}
        placeholder={t(`step.hint_${step}`)}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={LONGEST[step]}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={asked && empty ? t('refusal.text_needed') : null}
      />
      <WordingHint text={text} />
    </StepFrame>
  );
}
