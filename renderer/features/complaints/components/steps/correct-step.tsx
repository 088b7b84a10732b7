import { SEVERITIES } from '@domain/complaints/complaint';
import { OBJECTS, type ReasonGroup } from '@domain/complaints/reasons';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../../ui/digit-choice';
import { type ComplaintDetail, useCorrect, useRules, useStaff } from '../../api';
import { useFieldFocus } from '../../use-field-focus';
import { CallerPick, type Complainant } from '../caller-pick';
import { ReasonTree } from '../reason-tree';
import { StepFrame, type StepProps } from './step-frame';

/** A wrong entry is put right, and somebody without a record may turn out to be a member; the timeline keeps what it was. */
export function CorrectStep({
  complaint,
  onDone,
  onCancel,
}: Omit<StepProps, 'complaintId'> & { readonly complaint: ComplaintDetail }) {
  const { t } = useTranslation('complaints');
  const correct = useCorrect();
  const rules = useRules();
  const staff = useStaff();
  const [group, setGroup] = useState<ReasonGroup>(complaint.reasonGroup);
  const [reason, setReason] = useState<string | null>(complaint.reason);
  const [object, setObject] = useState(complaint.object);
  const [severity, setSeverity] = useState(complaint.severity);
  const [product, setProduct] = useState(complaint.product);
  const [aboutStaffId, setAbout] = useState(complaint.aboutStaff?.id ?? '');
  const [member, setMember] = useState<Complainant | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const fields = useFieldFocus('group');

  // Somebody who has left is still whom it was about.
  const { aboutStaff } = complaint;
  const people = staff.data ?? [];
  const named =
    aboutStaff === null || people.some(({ id }) => id === aboutStaff.id) ? people : [aboutStaff, ...people];

  const send = async () => {
    setAsked(true);
    if (reason === null) return fields.focus('reason');
    const end = await correct.run({
      complaintId: complaint.id,
      memberId: complaint.memberId ?? member?.id ?? null,
      object,
      reason,
      product,
      aboutStaffId: aboutStaffId === '' ? null : aboutStaffId,
      severity,
      note,
    });
    if (end.state === 'done') onDone();
  };
  return (
    <StepFrame
      step="correct"
      now={correct.now}
      onSend={() => void send()}
      onCancel={onCancel}
      effect={t('step.effect_correct')}
    >
      <ReasonTree
        leaves={rules?.complaints.reasons ?? []}
        group={group}
        reason={reason}
        onGroup={(next) => {
          setGroup(next);
          setReason(null);
        }}
        onReason={setReason}
        onGroupSettled={() => fields.focus('reason')}
        onReasonSettled={() => fields.focus('what')}
        groupRef={fields.group}
        reasonRef={fields.reason}
        error={asked && reason === null ? t('log.reason_needed') : null}
      />
      <DigitChoice
        label={t('object.label')}
        options={OBJECTS.map((value) => ({ value, word: t(`object.${value}`) }))}
        value={object}
        onChange={setObject}
      />
      <DigitChoice
        label={t('severity.label')}
        options={SEVERITIES.map((value) => ({ value, word: t(`severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <TextInput
        label={t('log.product')}
        maxLength={60}
        value={product}
        onChange={(event) => setProduct(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('log.about_staff')}
        data={[
          { value: '', label: t('log.nobody') },
          ...named.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={aboutStaffId}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      {complaint.memberId === null ? (
        <CallerPick
          picked={member}
          onPick={setMember}
          onSettled={() => fields.focus('what')}
          fieldRef={fields.caller}
        />
      ) : null}
      <Textarea
        ref={fields.what}
        label={t('step.text_correct')}
        minRows={1}
        maxRows={3}
        autosize
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepFrame>
  );
}
