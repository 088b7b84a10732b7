import type { SegmentRule } from '@domain/segments/segment';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { asAsked, useSaveSegment } from '../api';
import type { Opened } from '../state';
import { StepForm } from './step-form';

const WAYS = ['change', 'another'] as const;

interface SaveFormProps {
  readonly rule: SegmentRule;
  readonly opened: Opened | null;
  readonly name: string;
  /** What is kept now. */
  readonly onDone: (kept: Opened) => void;
  readonly onCancel: () => void;
}

/** A name, and where one was opened, whether it is that one that changes. */
export function SaveForm({ rule, opened, name: proposed, onDone, onCancel }: SaveFormProps) {
  const { t } = useTranslation('segments');
  const [name, setName] = useState(proposed);
  const [way, setWay] = useState<(typeof WAYS)[number]>('change');
  const field = useRef<HTMLInputElement>(null);
  const { now, run } = useSaveSegment();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const save = async () => {
    const segmentId = way === 'change' ? (opened?.id ?? null) : null;
    const end = await run({ segmentId, name: name.trim(), rule: asAsked(rule) });
    if (end.state === 'done') {
      onDone({ id: end.value.segmentId, name: name.trim(), rule });
    } else field.current?.focus();
  };
  const wrongName =
    now.state === 'refused' && (now.refusal.code === 'name_needed' || now.refusal.code === 'name_taken');
  return (
    <StepForm
      title={t('save.title')}
      act={t('save.do')}
      busy={now.state === 'busy'}
      refused={now.state === 'refused' && !wrongName ? t(`refusal.${now.refusal.code}`) : null}
      mishap={now.state === 'fault' ? now.mishap : null}
      onAct={() => void save()}
      onCancel={onCancel}
    >
      <TextInput
        ref={field}
        label={t('save.name')}
        placeholder={t('save.nameHint')}
        maxLength={40}
        autoComplete="off"
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !isComposing(event.nativeEvent)) void save();
        }}
        error={wrongName ? t(`refusal.${now.refusal.code}`) : null}
      />
      {opened === null ? null : (
        <DigitChoice
          label={t('save.way')}
          options={WAYS.map((value) => ({
            value,
            word: t(`save.${value}`, { name: opened.name }),
          }))}
          value={way}
          onChange={setWay}
          stacked
        />
      )}
    </StepForm>
  );
}
