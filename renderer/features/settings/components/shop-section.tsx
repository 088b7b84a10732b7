import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { useRenameStore } from '../api';
import { Section } from './section';
import classes from './shop-section.module.css';

export function ShopSection() {
  const { t } = useTranslation('settings');
  const store = useOpenStore();
  const [name, setName] = useState(store.name);
  const [empty, setEmpty] = useState(false);
  const { run, now, reset } = useRenameStore();
  const changed = name.trim() !== store.name;

  const rename = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(name.trim() === '');
    if (changed && name.trim() !== '') void run({ name });
  };
  return (
    <Section title={t('shop.title')} about={t('shop.about')}>
      <form className={classes.name} onSubmit={rename}>
        <TextInput
          label={t('shop.name')}
          value={name}
          maxLength={60}
          error={empty ? t('shop.name_needed') : null}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setEmpty(false);
            reset();
          }}
        />
        <Button type="submit" variant="default" disabled={!changed} loading={now.state === 'busy'}>
          {t('shop.rename')}
        </Button>
      </form>
      {now.state === 'done' && !changed ? <Notice tone="good">{t('shop.renamed')}</Notice> : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} /> : null}
      <dl className={classes.facts}>
        <dt>{t('shop.zone')}</dt>
        <dd data-selectable>{store.zone}</dd>
        <dt>{t('shop.day_start')}</dt>
        <dd className="numbers">
          {t('shop.day_start_at', { hour: String(store.dayStartHour).padStart(2, '0') })}
        </dd>
      </dl>
    </Section>
  );
}
