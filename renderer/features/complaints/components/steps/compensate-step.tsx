import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../../lib/format';
import type { Answered } from '../../../../lib/rooms';
import { Awaited } from '../../../../ui/awaited';
import { Bones } from '../../../../ui/bones';
import { DigitChoice } from '../../../../ui/digit-choice';
import { useCompensate, useCompensationChoices } from '../../api';
import { type GiveDraft, type GiveField, kindsFor, readGive } from '../../give-draft';
import { GiveFields } from './give-fields';
import { StepFrame, type StepProps } from './step-frame';

export type Given = Answered<'complaints', 'compensate'>;

interface CompensateStepProps extends Omit<StepProps, 'onDone'> {
  readonly isMember: boolean;
  /** What it makes up for, as the reason is called: the usual answer to why it is given. */
  readonly reasonWord: string;
  readonly onGiven: (given: Given) => void;
}

/** Makes up for it: what is left of the day's allowance stands above the choice (S80). */
export function CompensateStep(props: CompensateStepProps) {
  return (
    <Awaited of={useCompensationChoices(props.complaintId)} skeleton={<Bones rows={4} height={44} />}>
      {(choices) => <Choose {...props} choices={choices} />}
    </Awaited>
  );
}

type Choices = Answered<'complaints', 'compensationChoices'>;

function Choose(props: CompensateStepProps & { readonly choices: Choices }) {
  const { complaintId, isMember, choices, onGiven, onCancel } = props;
  const { t } = useTranslation('complaints');
  const compensate = useCompensate();
  const kinds = kindsFor(isMember);
  const [draft, setDraft] = useState<GiveDraft>({
    kind: kinds[0] ?? 'gift',
    templateId: choices.templates[0]?.id ?? '',
    gift: '',
    giftWorth: '',
    points: '',
    refund: '',
  });
  const [reason, setReason] = useState(props.reasonWord);
  const [wrong, setWrong] = useState<GiveField | 'reason' | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const enter = (part: Partial<GiveDraft>) => {
    setDraft((last) => ({ ...last, ...part }));
    setWrong(null);
  };
  const [settled, setSettled] = useState(0);
  // Once the fields of that kind are there.
  useEffect(() => {
    if (settled > 0) fields.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [settled]);

  const send = async () => {
    const give = readGive(draft);
    if (typeof give === 'string') {
      setWrong(give);
      fields.current?.querySelector<HTMLElement>(`[data-field="${give}"]`)?.focus();
      return;
    }
    if (reason.trim() === '') {
      setWrong('reason');
      reasonField.current?.focus();
      return;
    }
    const end = await compensate.run({ complaintId, give, reason });
    if (end.state === 'done') onGiven(end.value);
  };

  return (
    <StepFrame step="compensate" now={compensate.now} onSend={() => void send()} onCancel={onCancel}>
      <p className="quiet numbers">{allowanceWords()}</p>
      <DigitChoice
        label={t('give.what')}
        options={kinds.map((value) => ({ value, word: t(`give.kind_${value}`) }))}
        value={draft.kind}
        onChange={(kind) => enter({ kind })}
        onSettled={() => setSettled((times) => times + 1)}
      />
      {isMember ? null : <p className="quiet">{t('give.member_only')}</p>}
      <div ref={fields}>
        <GiveFields draft={draft} choices={choices} wrong={wrong} onEnter={enter} />
      </div>
      <Textarea
        ref={reasonField}
        label={t('give.reason')}
        minRows={1}
        maxRows={3}
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setWrong(null);
        }}
        error={wrong === 'reason' ? t('refusal.reason_needed') : null}
      />
    </StepFrame>
  );

  function allowanceWords(): string {
    if (choices.allowance === null) return t('give.unlimited');
    const { limit, used } = choices.allowance;
    const left = Math.max(0, limit - used);
    return t('give.allowance', { left: money(left), limit: money(limit), used: money(used) });
  }
}
