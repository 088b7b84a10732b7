import { addDays } from '@domain/calendar/business-day';
import { CONTENTS, type Content } from '@domain/care/task';
import { isBusinessDate } from '@domain/units';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { DigitChoice } from '../../../ui/digit-choice';
import { useAddTask, useStaff } from '../api';
import { EntryForm, type EntryProps } from './entry-form';

/** Something that somebody wants done for this member, on a day. */
export function NewTaskForm({ memberId, onDone, onCancel }: EntryProps) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const staff = useStaff().data ?? [];
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<string>(addDays(format.today, 1));
  const [content, setContent] = useState<Content>('service');
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const add = useAddTask();
  useEffect(() => field.current?.focus(), []);
  const { now } = add;

  const save = async () => {
    setAsked(true);
    if (note.trim() === '') return field.current?.focus();
    if (!isBusinessDate(dueOn)) return day.current?.focus();
    const end = await add.run({ memberId, dueOn, content, note, assignedTo: to === '' ? null : to });
    if (end.state === 'done') onDone();
  };
  return (
    <EntryForm
      title={t('newTask.title')}
      act={t('newTask.save')}
      busy={now.state === 'busy'}
      refused={now.state === 'refused' ? t(`refusal.${now.refusal.code}`) : null}
      mishap={now.state === 'fault' ? now.mishap : null}
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <Textarea
        ref={field}
        label={t('newTask.what')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={asked && note.trim() === '' ? t('refusal.text_needed') : null}
      />
      <TextInput
        ref={day}
        type="date"
        label={t('newTask.day')}
        min={format.today}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
        error={asked && !isBusinessDate(dueOn) ? t('step.dayNeeded') : null}
      />
      <DigitChoice
        label={t('touch.content')}
        options={CONTENTS.map((value) => ({ value, word: t(`content.${value}`) }))}
        value={content}
        onChange={setContent}
      />
      <NativeSelect
        label={t('step.to')}
        value={to}
        data={[
          { value: '', label: t('step.anybody') },
          ...staff.map(({ id: value, name: label }) => ({ value, label })),
        ]}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
    </EntryForm>
  );
}
