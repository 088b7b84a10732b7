import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { DigitChoice } from '../../../ui/digit-choice';
import { Notice } from '../../../ui/notice';
import { asAsked, useSaveMembers } from '../api';
import { StepForm } from './step-form';

const FORMATS = ['xlsx', 'csv'] as const;
const PHONES = ['masked', 'full'] as const;

interface ExportFormProps {
  readonly rule: SegmentRule;
  readonly name: string;
  readonly order: MemberOrder;
  readonly onCancel: () => void;
}

/** All members of the segment in a file: which kind, and whether whole phone numbers leave the shop with it. */
export function ExportForm({ rule, name, order, onCancel }: ExportFormProps) {
  const { t } = useTranslation('segments');
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [phones, setPhones] = useState<(typeof PHONES)[number]>('masked');
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { now, run } = useSaveMembers();
  useEffect(() => first.current?.focus(), []);
  const save = () => void run({ rule: asAsked(rule), order, name, format, phones });
  return (
    <StepForm
      title={t('export.title')}
      act={t('export.do')}
      busy={now.state === 'busy'}
      refused={now.state === 'refused' ? refusedWords() : null}
      mishap={now.state === 'fault' ? now.mishap : null}
      done={
        now.state === 'done' && now.value.path !== null ? (
          <Notice tone="good">
            {t('export.done', {
              count: now.value.members,
              members: whole(now.value.members),
              path: now.value.path,
            })}
          </Notice>
        ) : null
      }
      onAct={save}
      onCancel={onCancel}
    >
      <DigitChoice
        label={t('export.format')}
        options={FORMATS.map((value) => ({ value, word: t(`export.${value}`) }))}
        value={format}
        onChange={setFormat}
        onSettled={() => second.current?.focus()}
        focusRef={first}
      />
      <DigitChoice
        label={t('export.phones')}
        options={PHONES.map((value) => ({ value, word: t(`export.${value}`) }))}
        value={phones}
        onChange={setPhones}
        focusRef={second}
      />
      <p className="quiet">{t('export.about')}</p>
    </StepForm>
  );

  function refusedWords(): string {
    return now.state === 'refused' ? t(`refusal.${now.refusal.params.why}`) : '';
  }
}
