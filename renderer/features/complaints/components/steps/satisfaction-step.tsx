import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordSatisfaction } from '../../api';
import { SatisfactionChoice, type Score } from './satisfaction-choice';
import { StepFrame, type StepProps } from './step-frame';

/** Asked later, by a call or at the next visit. */
export function SatisfactionStep({ complaintId, onDone, onCancel }: StepProps) {
  const { t } = useTranslation('complaints');
  const record = useRecordSatisfaction();
  const [score, setScore] = useState<Score | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const send = async () => {
    setAsked(true);
    if (score === null) return;
    const end = await record.run({ complaintId, satisfaction: Number(score), note });
    if (end.state === 'done') onDone();
  };
  return (
    <StepFrame step="satisfaction" now={record.now} onSend={() => void send()} onCancel={onCancel}>
      <SatisfactionChoice
        value={score}
        onChange={setScore}
        onSettled={() => noteField.current?.focus()}
        error={asked && score === null ? t('satisfaction.needed') : null}
      />
      <Textarea
        ref={noteField}
        label={t('satisfaction.note')}
        minRows={1}
        maxRows={4}
        autosize
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepFrame>
  );
}
