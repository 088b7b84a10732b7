import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BandDraft, withItem, withoutItem } from '../draft/service';
import { useListFocus } from '../use-list-focus';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';
import classes from './leaves.module.css';
import { Section } from './section';

/** Hints for the counter by the time of the day (S94). */
export function BandsSection() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const { list, focusSoon } = useListFocus();
  const add = () => {
    put({ bands: [...draft.bands, { id: crypto.randomUUID(), from: '', to: '', hint: '' }] });
    focusSoon('fieldset:last-of-type input');
  };
  const remove = (id: string) => {
    put({ bands: withoutItem(draft.bands, id) });
    focusSoon('[data-add]');
  };
  return (
    <Section title={t('bands.title')} about={t('bands.about')}>
      <div ref={list} className={classes.rows}>
        {draft.bands.length === 0 ? <p className="quiet">{t('bands.none')}</p> : null}
        {draft.bands.map((band) => (
          <BandFields
            key={band.id}
            band={band}
            onChange={(changed) => put({ bands: withItem(draft.bands, changed) })}
            onRemove={() => remove(band.id)}
          />
        ))}
        <Button data-add variant="default" size="compact-sm" onClick={add}>
          {t('bands.add')}
        </Button>
      </div>
    </Section>
  );
}

interface BandFieldsProps {
  readonly band: BandDraft;
  readonly onChange: (band: BandDraft) => void;
  readonly onRemove: () => void;
}

function BandFields({ band, onChange, onRemove }: BandFieldsProps) {
  const { t } = useTranslation('settings');
  const { problems } = useEdit();
  const field = (part: 'from' | 'to' | 'hint') => (
    <Field
      label={t(`bands.${part}`)}
      width={part === 'hint' ? 'line' : 'number'}
      maxLength={part === 'hint' ? 60 : 5}
      placeholder={part === 'hint' ? '' : '08:00'}
      value={band[part]}
      problem={problems[`timeBands.${band.id}.${part}`]}
      onChange={(text) => onChange({ ...band, [part]: text })}
    />
  );
  return (
    <fieldset aria-label={band.hint === '' ? t('bands.new') : band.hint} className={classes.row}>
      {field('from')}
      {field('to')}
      {field('hint')}
      <Button variant="default" size="compact-sm" onClick={onRemove}>
        {t('bands.remove')}
      </Button>
    </fieldset>
  );
}
