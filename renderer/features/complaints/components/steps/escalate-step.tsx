import { NativeSelect, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../lib/rooms';
import { Awaited } from '../../../../ui/awaited';
import { Bones } from '../../../../ui/bones';
import { Notice } from '../../../../ui/notice';
import { useEscalate, useStaff } from '../../api';
import { WordingHint } from '../wording-hint';
import { StepFrame, type StepProps } from './step-frame';

/** A hard case goes to a manager or the owner (S81). */
export function EscalateStep(props: StepProps) {
  const { t } = useTranslation('complaints');
  const isAbove = ({ role }: Answered<'staff', 'list'>[number]) => role !== 'cashier';
  return (
    <Awaited
      of={useStaff()}
      skeleton={<Bones rows={3} height={48} />}
      isEmpty={(staff) => !staff.some(isAbove)}
      empty={<Notice tone="quiet">{t('escalate.nobody')}</Notice>}
    >
      {(staff) => <To {...props} above={staff.filter(isAbove)} />}
    </Awaited>
  );
}

function To({
  complaintId,
  above,
  onDone,
  onCancel,
}: StepProps & { readonly above: Answered<'staff', 'list'> }) {
  const { t } = useTranslation(['complaints', 'common']);
  const escalate = useEscalate();
  const [to, setTo] = useState(above[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const send = async () => {
    setAsked(true);
    if (reason.trim() === '') return reasonField.current?.focus();
    const end = await escalate.run({ complaintId, toStaffId: to, reason });
    if (end.state === 'done') onDone();
  };
  return (
    <StepFrame
      step="escalate"
      now={escalate.now}
      onSend={() => void send()}
      onCancel={onCancel}
      effect={t('step.effect_escalate')}
    >
      <NativeSelect
        label={t('escalate.to')}
        data={above.map(({ id, name, role }) => ({
          value: id,
          label: `${name} · ${t(`common:role.${role}`)}`,
        }))}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Textarea
        ref={reasonField}
        label={t('escalate.reason')}
        placeholder={t('escalate.reason_hint')}
        minRows={2}
        maxRows={4}
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && reason.trim() === '' ? t('refusal.text_needed') : null}
      />
      <WordingHint text={reason} />
    </StepFrame>
  );
}
