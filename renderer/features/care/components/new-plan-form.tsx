import { addMonths } from '@domain/calendar/business-day';
import { isBusinessDate } from '@domain/units';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useAddPlan } from '../api';
import { EntryForm, type EntryProps } from './entry-form';

const MOST_MONTHS = 60;
const USUAL_MONTHS = 6;

/** What needs care every so many months: an oil change, new lenses (S53). A task comes by itself each time. */
export function NewPlanForm({ memberId, onDone, onCancel }: EntryProps) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const [what, setWhat] = useState('');
  const [months, setMonths] = useState(String(USUAL_MONTHS));
  const [firstOn, setFirstOn] = useState<string>(addMonths(format.today, USUAL_MONTHS));
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const monthsField = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const add = useAddPlan();
  useEffect(() => field.current?.focus(), []);
  const { now } = add;
  const everyMonths = /^\d{1,2}$/.test(months.trim()) ? Number(months.trim()) : 0;
  const monthsWrong = everyMonths < 1 || everyMonths > MOST_MONTHS;

  const save = async () => {
    setAsked(true);
    if (what.trim() === '') return field.current?.focus();
    if (monthsWrong) return monthsField.current?.focus();
    if (!isBusinessDate(firstOn)) return day.current?.focus();
    const end = await add.run({ memberId, what, everyMonths, firstOn });
    if (end.state === 'done') onDone();
  };
  return (
    <EntryForm
      title={t('newPlan.title')}
      act={t('newPlan.save')}
      busy={now.state === 'busy'}
      refused={now.state === 'refused' ? t(`refusal.${now.refusal.code}`) : null}
      mishap={now.state === 'fault' ? now.mishap : null}
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <TextInput
        ref={field}
        label={t('newPlan.what')}
        placeholder={t('newPlan.whatHint')}
        maxLength={120}
        autoComplete="off"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        error={asked && what.trim() === '' ? t('refusal.text_needed') : null}
      />
      <TextInput
        ref={monthsField}
        label={t('newPlan.months')}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        value={months}
        onChange={(event) => setMonths(event.currentTarget.value)}
        error={asked && monthsWrong ? t('newPlan.monthsWrong', { most: MOST_MONTHS }) : null}
      />
      <TextInput
        ref={day}
        type="date"
        label={t('newPlan.first')}
        min={format.today}
        value={firstOn}
        onChange={(event) => setFirstOn(event.currentTarget.value)}
        error={asked && !isBusinessDate(firstOn) ? t('step.dayNeeded') : null}
      />
      <p className="quiet">{t('newPlan.about')}</p>
    </EntryForm>
  );
}
