import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/store-context';
import { useEnterStore } from '../../../lib/store-view';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useCreateStore, useRetryStore } from '../api';
import { zoneChoices, zonesWith } from '../zones';
import classes from './open-store-form.module.css';

interface OpenStoreFormProps {
  readonly guessedZone: string;
  readonly disabled: boolean;
}

/** Name and zone, and the store is open. */
export function OpenStoreForm({ guessedZone, disabled }: OpenStoreFormProps) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const [name, setName] = useState('');
  const [zone, setZone] = useState<string | null>(guessedZone);
  const [nameNeeded, setNameNeeded] = useState(false);
  const create = useCreateStore();
  const enter = useEnterStore();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [zones, setZones] = useState(() => zoneChoices(locale, [guessedZone]));
  // The names of four hundred zones take a tenth of a second: after the first picture.
  useEffect(() => setZones(zoneChoices(locale, zonesWith(guessedZone))), [locale, guessedZone]);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || zone === null) {
      setNameNeeded(name.trim() === '');
      field.current?.focus();
      return;
    }
    const end = await create.run({ name, zone });
    if (end.state === 'done') enter(end.value);
  };

  return (
    <form className={classes.form} onSubmit={(event) => void open(event)} noValidate>
      <TextInput
        ref={field}
        label={t('first.name')}
        placeholder={t('first.name_hint')}
        size="md"
        maxLength={60}
        value={name}
        error={nameNeeded ? t('shop.name_needed') : null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setNameNeeded(false);
        }}
      />
      <Select
        label={t('first.zone')}
        description={t('first.zone_about')}
        size="md"
        data={zones}
        value={zone}
        onChange={setZone}
        searchable
        allowDeselect={false}
        limit={60}
        maxDropdownHeight={240}
        nothingFoundMessage={t('first.zone_none')}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <CreateTrouble of={create.now} />
      <KeyButton
        cap="Enter"
        type="submit"
        size="md"
        disabled={disabled}
        loading={create.now.state === 'busy'}
      >
        {t('first.open')}
      </KeyButton>
    </form>
  );
}

function CreateTrouble({ of }: { readonly of: ReturnType<typeof useCreateStore>['now'] }) {
  const { t } = useTranslation('settings');
  const retry = useRetryStore();
  const enter = useEnterStore();
  if (of.state === 'fault') return <FaultLine mishap={of.mishap} />;
  if (of.state !== 'refused') return null;
  const openExisting = async () => {
    const end = await retry.run({});
    if (end.state === 'done') enter(end.value);
  };
  switch (of.refusal.code) {
    case 'unknown_zone':
      return <Notice tone="danger">{t('first.unknown_zone')}</Notice>;
    case 'store_exists':
      return (
        <Notice tone="mind">
          {t('first.store_exists')}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void openExisting()}>
            {t('first.retry')}
          </Button>
        </Notice>
      );
    case 'store_fault': {
      const { fault } = of.refusal.params;
      return (
        <Notice tone="danger">
          {t(`fault.${fault}.title`)} {t(`fault.${fault}.do`)}
        </Notice>
      );
    }
  }
}
