import { SCHEDULE_KINDS } from '@domain/head-office/schedule';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useWeekdays } from '../../../lib/use-weekdays';
import { DigitChoice } from '../../../ui/digit-choice';
import type { HeadOfficeSettings } from '../api';
import { hourWords } from '../use-words';
import classes from './head-office.module.css';

/** What a new store begins with: every Monday morning, nobody by name. */
export const AT_FIRST: HeadOfficeSettings = {
  ...{
    region: '',
    schedule: { kind: 'weekly', weekday: 1, hour: 9 },
    personal: 0,
    reason: '',
    remindDays: 7,
  },
};

type Schedule = HeadOfficeSettings['schedule'];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) }));
const LEVELS = [0, 1, 2] as const;
const MOST_DAYS = 90;

/** A person’s data goes beyond the shop only for a reason. */
export const lacksReason = ({ personal, reason }: HeadOfficeSettings): boolean =>
  personal > 0 && reason.trim() === '';

interface SettingsFieldsProps {
  readonly draft: HeadOfficeSettings;
  readonly onDraft: (draft: HeadOfficeSettings) => void;
  /** One has tried to save without it. */
  readonly reasonMissing: boolean;
  readonly focusRef?: Ref<HTMLInputElement>;
}

/** The region, when a packet is due, what it says of people, and when one is reminded. */
export function SettingsFields({ draft, onDraft, reasonMissing, focusRef }: SettingsFieldsProps) {
  const { t } = useTranslation('headOffice');
  const put = (part: Partial<HeadOfficeSettings>) => onDraft({ ...draft, ...part });
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('field.region')}
        description={t('field.region_about')}
        maxLength={40}
        value={draft.region}
        {...(focusRef === undefined ? {} : { ref: focusRef })}
        onChange={({ currentTarget: { value } }) => put({ region: value })}
      />
      <ScheduleFields schedule={draft.schedule} onSchedule={(schedule) => put({ schedule })} />
      <DigitChoice
        label={t('field.personal')}
        stacked
        options={LEVELS.map((level) => ({
          value: String(level),
          word: t(`level.${level}`),
          more: t(`level.${level}_about`),
        }))}
        value={String(draft.personal)}
        onChange={(value) => put({ personal: LEVELS.find((level) => String(level) === value) ?? 0 })}
      />
      {draft.personal === 0 ? null : (
        <TextInput
          label={t('field.reason')}
          description={t('field.reason_about')}
          maxLength={200}
          value={draft.reason}
          error={reasonMissing && lacksReason(draft) ? t('refusal.reason_needed') : null}
          onChange={({ currentTarget: { value } }) => put({ reason: value })}
        />
      )}
      <NumberInput
        label={t('field.remind')}
        min={1}
        max={MOST_DAYS}
        clampBehavior="strict"
        allowDecimal={false}
        value={draft.remindDays}
        onChange={(value) => put({ remindDays: Math.max(1, Number(value)) })}
      />
    </div>
  );
}

interface ScheduleFieldsProps {
  readonly schedule: Schedule;
  readonly onSchedule: (schedule: Schedule) => void;
}

function ScheduleFields({ schedule, onSchedule }: ScheduleFieldsProps) {
  const { t } = useTranslation('headOffice');
  const weekdays = useWeekdays('long');
  const hour = schedule.kind === 'byHand' ? 9 : schedule.hour;
  const choose = (kind: Schedule['kind']) =>
    onSchedule(
      kind === 'byHand' ? { kind } : kind === 'weekly' ? { kind, weekday: 1, hour } : { kind, hour },
    );
  return (
    <div className={classes.schedule}>
      <DigitChoice
        label={t('field.schedule')}
        options={SCHEDULE_KINDS.map((kind) => ({ value: kind, word: t(`schedule.${kind}`) }))}
        value={schedule.kind}
        onChange={choose}
      />
      {schedule.kind === 'byHand' ? null : (
        <div className={classes.acts}>
          {schedule.kind === 'weekly' ? (
            <NativeSelect
              aria-label={t('field.weekday')}
              data={weekdays.map(({ day, word }) => ({ value: String(day), label: word }))}
              value={String(schedule.weekday)}
              onChange={({ currentTarget: { value } }) => onSchedule({ ...schedule, weekday: Number(value) })}
            />
          ) : null}
          <NativeSelect
            aria-label={t('field.hour')}
            data={HOURS}
            value={String(schedule.hour)}
            onChange={({ currentTarget: { value } }) => onSchedule({ ...schedule, hour: Number(value) })}
          />
        </div>
      )}
    </div>
  );
}
