import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClose } from '../../api';
import { WordingHint } from '../wording-hint';
import { SatisfactionChoice, type Score } from './satisfaction-choice';
import { StepFrame, type StepProps } from './step-frame';

/** Needs cause and prevention (S71); whether the customer is content is asked here, and may be left open. */
export function CloseStep({ complaintId, onDone, onCancel }: StepProps) {
  const { t } = useTranslation('complaints');
  const close = useClose();
  const [cause, setCause] = useState('');
  const [measure, setMeasure] = useState('');
  const [score, setScore] = useState<Score | null>(null);
  const [asked, setAsked] = useState(false);
  const causeField = useRef<HTMLTextAreaElement>(null);
  const measureField = useRef<HTMLTextAreaElement>(null);
  const send = async () => {
    setAsked(true);
    if (cause.trim() === '') return causeField.current?.focus();
    if (measure.trim() === '') return measureField.current?.focus();
    const satisfaction = score === null ? null : Number(score);
    const end = await close.run({ complaintId, cause, measure, satisfaction });
    if (end.state === 'done') onDone();
  };
  const needed = (text: string) => (asked && text.trim() === '' ? t('refusal.text_needed') : null);
  return (
    <StepFrame
      step="close"
      now={close.now}
      onSend={() => void send()}
      onCancel={onCancel}
      effect={t('step.effect_close')}
    >
      <Textarea
        ref={causeField}
        label={t('step.close_cause')}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={1000}
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value)}
        error={needed(cause)}
      />
      <Textarea
        ref={measureField}
        label={t('step.close_measure')}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={1000}
        value={measure}
        onChange={(event) => setMeasure(event.currentTarget.value)}
        error={needed(measure)}
      />
      <WordingHint text={`${cause}\n${measure}`} />
      <SatisfactionChoice value={score} onChange={setScore} />
    </StepFrame>
  );
}
