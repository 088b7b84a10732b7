import { addDays } from '@domain/calendar/business-day';
import { CONTENTS, type Content } from '@domain/care/task';
import type { SegmentRule } from '@domain/segments/segment';
import { isBusinessDate } from '@domain/units';
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { DigitChoice } from '../../../ui/digit-choice';
import { Notice } from '../../../ui/notice';
import { asAsked, useGiveCare, usePreviewCare } from '../api';
import { StepForm } from './step-form';
import classes from './step-form.module.css';

interface CareFormProps {
  readonly rule: SegmentRule;
  /** The saved segment whose rule this is. */
  readonly segmentId: string | null;
  readonly onCancel: () => void;
}

/** A task for everybody of the segment: what is to be done, by when, and how many it comes to (S27). */
export function CareForm({ rule, segmentId, onCancel }: CareFormProps) {
  const { t } = useTranslation(['segments', 'care']);
  const format = useFormat();
  const [note, setNote] = useState('');
  const [content, setContent] = useState<Content>('service');
  const [dueOn, setDueOn] = useState<string>(addDays(format.today, 1));
  /** From when on what was given is to be done. */
  const [from, setFrom] = useState(format.today);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const preview = usePreviewCare(rule, content);
  const { now, run } = useGiveCare();
  useEffect(() => field.current?.focus(), []);
  const isFresh = preview.data !== undefined && !preview.isPlaceholderData && !preview.isFetching;
  const tasks = preview.data?.tasks ?? 0;

  const give = async () => {
    setAsked(true);
    if (note.trim() === '') return field.current?.focus();
    if (!isBusinessDate(dueOn)) return day.current?.focus();
    if (!isFresh || tasks === 0) return;
    setFrom(dueOn);
    const end = await run({
      rule: asAsked(rule),
      segmentId,
      content,
      note: note.trim(),
      dueOn,
      expected: tasks,
    });
    if (end.state === 'refused') await preview.refetch();
  };
  return (
    <StepForm
      title={t('care.title')}
      act={t('care.do', { count: tasks, tasks: whole(tasks) })}
      busy={now.state === 'busy'}
      disabled={!isFresh || tasks === 0 || now.state === 'done'}
      refused={
        now.state !== 'refused'
          ? null
          : now.refusal.code === 'members_changed'
            ? t('refusal.members_changed', { count: now.refusal.params.members })
            : t(`refusal.${now.refusal.code}`)
      }
      mishap={now.state === 'fault' ? now.mishap : null}
      done={
        now.state === 'done' ? (
          <Notice tone="good">
            {t('care.done', {
              ...{ count: now.value.members, members: whole(now.value.members) },
              date: format.date(from),
            })}
          </Notice>
        ) : null
      }
      onAct={() => void give()}
      onCancel={onCancel}
    >
      <Textarea
        ref={field}
        label={t('care.what')}
        placeholder={t('care.whatHint')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
        error={asked && note.trim() === '' ? t('refusal.text_needed') : null}
      />
      <DigitChoice
        label={t('care.content')}
        options={CONTENTS.map((value) => ({
          value,
          word: t(`care:content.${value}`),
          more: t(`care.about_${value}`),
        }))}
        value={content}
        onChange={setContent}
        onSettled={() => day.current?.focus()}
        stacked
      />
      <TextInput
        ref={day}
        type="date"
        label={t('care.day')}
        min={format.today}
        value={dueOn}
        onChange={({ currentTarget: { value } }) => setDueOn(value)}
        error={asked && !isBusinessDate(dueOn) ? t('care.dayNeeded') : null}
      />
      <Awaited of={preview} skeleton={<Bones rows={2} height={32} />}>
        {(shown) => (
          <div aria-live="polite" className="numbers">
            <p className={classes.about}>
              {t('care.reach', {
                count: shown.members,
                members: whole(shown.members),
                tasks: whole(shown.tasks),
              })}
            </p>
            {shown.leftOut.length === 0 ? null : (
              <dl className={classes.left}>
                {shown.leftOut.map(({ why, count }) => (
                  <div key={why}>
                    <dt>{t(`care.leftOut.${why}`)}</dt>
                    <dd>{whole(count)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        )}
      </Awaited>
    </StepForm>
  );
}
