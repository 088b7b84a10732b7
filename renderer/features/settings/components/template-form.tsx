import { TRIGGERS } from '@domain/coupons/coupon';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import type { TemplateDraft } from '../draft/templates';
import { useIsNew } from '../use-is-new';
import { useEdit } from '../use-rules-edit';
import { useProblemWords } from '../use-words';
import classes from './coupons-section.module.css';
import { Field } from './field';
import { Fields } from './section';
import { SelectField } from './select-field';

type Trigger = TemplateDraft['trigger'];
/** Birthdays bring the gift of the level, not a coupon of their own (S44). */
const CHOICES = TRIGGERS.filter((trigger): trigger is Trigger => trigger !== 'birthday');
const WORTHS = ['amount', 'percent', 'gift'] as const;
const VALIDITIES = ['days', 'range'] as const;
/** What each kind of terms needs to be told. */
const FIELDS_OF = {
  amount: ['off', 'threshold'],
  percent: ['percentOff', 'cap', 'threshold'],
  gift: ['item', 'cost', 'threshold'],
} as const;

interface TemplateFormProps {
  readonly draft: TemplateDraft;
  readonly onChange: (draft: TemplateDraft) => void;
  /** Takes a new one away again. */
  readonly onDrop: () => void;
}

export function TemplateForm({ draft, onChange, onDrop }: TemplateFormProps) {
  const { t } = useTranslation(['settings', 'coupons']);
  const { problems } = useEdit();
  const say = useProblemWords();
  const isNew = useIsNew(({ coupons }) => coupons.templates)(draft.id);
  const at = (part: string) => `coupons.templates.${draft.id}.${part}`;
  const field = (
    part: 'name' | 'blackout' | 'days' | 'from' | 'to' | (typeof FIELDS_OF)[keyof typeof FIELDS_OF][number],
  ) => (
    <Field
      key={part}
      label={t(`template.${part}`)}
      type={part === 'from' || part === 'to' ? 'date' : 'text'}
      width={part === 'name' || part === 'item' || part === 'blackout' ? 'line' : 'number'}
      maxLength={part === 'blackout' ? 400 : 40}
      placeholder={part === 'blackout' ? '2026-12-24~2026-12-26, 2027-01-01' : ''}
      autoFocus={part === 'name' && isNew && draft.name === ''}
      value={draft[part]}
      problem={problems[at(part)]}
      onChange={(text) => onChange({ ...draft, [part]: text })}
    />
  );
  return (
    <fieldset className={classes.form} aria-label={t('template.label')}>
      {field('name')}
      <Fields>
        <SelectField
          label={t('template.trigger')}
          value={draft.trigger}
          error={say(problems[at('trigger')])}
          options={CHOICES.map((trigger) => ({ value: trigger, label: t(`coupons:trigger.${trigger}`) }))}
          onChange={(trigger) => onChange({ ...draft, trigger })}
        />
      </Fields>
      <DigitChoice
        label={t('template.worth_label')}
        options={WORTHS.map((value) => ({ value, word: t(`template.worth.${value}`) }))}
        value={draft.worth}
        onChange={(worth) => onChange({ ...draft, worth })}
      />
      <Fields>{FIELDS_OF[draft.worth].map(field)}</Fields>
      <DigitChoice
        label={t('template.validity_label')}
        options={VALIDITIES.map((value) => ({ value, word: t(`template.validity.${value}`) }))}
        value={draft.validity}
        onChange={(validity) => onChange({ ...draft, validity })}
      />
      <Fields>
        {(draft.validity === 'days' ? (['days'] as const) : (['from', 'to'] as const)).map(field)}
      </Fields>
      {field('blackout')}
      <Checkbox
        label={t('template.stacks')}
        checked={draft.stacks}
        onChange={(event) => onChange({ ...draft, stacks: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('template.active')}
        checked={draft.active}
        onChange={(event) => onChange({ ...draft, active: event.currentTarget.checked })}
      />
      {isNew ? (
        <div>
          <Button variant="default" size="compact-sm" onClick={onDrop}>
            {t('template.drop')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
