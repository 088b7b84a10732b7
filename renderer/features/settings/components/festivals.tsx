import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FestivalDraft, withItem, withoutItem } from '../draft/service';
import { useListFocus } from '../use-list-focus';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';
import classes from './leaves.module.css';
import { Section } from './section';
import { SelectField } from './select-field';

const CALENDARS = ['solar', 'lunar'] as const;

/** Greetings on days of the year, by either calendar, with the gift that is kept (S46). */
export function Festivals() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const { list, focusSoon } = useListFocus();
  const add = () => {
    const festival: FestivalDraft = {
      ...{ id: crypto.randomUUID(), name: '', calendar: 'solar', gift: '', active: true },
      ...{ month: '', day: '', daysBefore: '2' },
    };
    put({ festivals: [...draft.festivals, festival] });
    focusSoon('fieldset:last-of-type input');
  };
  const remove = (id: string) => {
    put({ festivals: withoutItem(draft.festivals, id) });
    focusSoon('[data-add]');
  };
  return (
    <Section title={t('festivals.title')} about={t('festivals.about')}>
      <div ref={list} className={classes.rows}>
        {draft.festivals.length === 0 ? <p className="quiet">{t('festivals.none')}</p> : null}
        {draft.festivals.map((festival) => (
          <FestivalFields
            key={festival.id}
            festival={festival}
            onChange={(changed) => put({ festivals: withItem(draft.festivals, changed) })}
            onRemove={() => remove(festival.id)}
          />
        ))}
        <Button data-add variant="default" size="compact-sm" onClick={add}>
          {t('festivals.add')}
        </Button>
      </div>
    </Section>
  );
}

interface FestivalFieldsProps {
  readonly festival: FestivalDraft;
  readonly onChange: (festival: FestivalDraft) => void;
  readonly onRemove: () => void;
}

function FestivalFields({ festival, onChange, onRemove }: FestivalFieldsProps) {
  const { t } = useTranslation('settings');
  const { problems } = useEdit();
  const field = (part: 'name' | 'month' | 'day' | 'daysBefore' | 'gift', width: 'digits' | 'words') => (
    <Field
      label={t(`festivals.${part}`)}
      width={width}
      maxLength={part === 'gift' ? 40 : 20}
      value={festival[part]}
      problem={problems[`care.festivals.${festival.id}.${part}`]}
      onChange={(text) => onChange({ ...festival, [part]: text })}
    />
  );
  return (
    <fieldset aria-label={festival.name === '' ? t('festivals.new') : festival.name} className={classes.row}>
      {field('name', 'words')}
      <SelectField
        label={t('festivals.calendar')}
        value={festival.calendar}
        options={CALENDARS.map((value) => ({ value, label: t(`festivals.by.${value}`) }))}
        onChange={(calendar) => onChange({ ...festival, calendar })}
      />
      {field('month', 'digits')}
      {field('day', 'digits')}
      {field('daysBefore', 'digits')}
      {field('gift', 'words')}
      <Checkbox
        className={classes.check ?? ''}
        label={t('festivals.active')}
        checked={festival.active}
        onChange={(event) => onChange({ ...festival, active: event.currentTarget.checked })}
      />
      <Button variant="default" size="compact-sm" onClick={onRemove}>
        {t('festivals.remove')}
      </Button>
    </fieldset>
  );
}
