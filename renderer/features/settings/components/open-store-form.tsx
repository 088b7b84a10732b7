import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_PIN_TYPED, problemOfNewPin } from '../../../lib/new-pin';
import { showRecoveryCode } from '../../../lib/recovery-code';
import { useLocale } from '../../../lib/store-context';
import { useEnterStore } from '../../../lib/store-view';
import { KeyButton } from '../../../ui/key-button';
import { useCreateStore } from '../api';
import { zoneChoices, zonesWith } from '../zones';
import { CreateTrouble } from './create-trouble';
import classes from './open-store-form.module.css';
import { FIRST_PIN_DIGITS, type FirstOwner, OwnerFields, type OwnerProblem } from './owner-fields';

interface OpenStoreFormProps {
  readonly guessedZone: string;
  readonly disabled: boolean;
}

type Problem = { readonly field: 'name' } | OwnerProblem;

/** Store, zone, its owner with a PIN or without one for now, and the store is open. */
export function OpenStoreForm({ guessedZone, disabled }: OpenStoreFormProps) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const [name, setName] = useState('');
  const [zone, setZone] = useState<string | null>(guessedZone);
  const [owner, setOwner] = useState<FirstOwner>({ name: '', pin: NO_PIN_TYPED, withoutPin: false });
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = useCreateStore();
  const enter = useEnterStore();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusField(form.current, 'name'), []);
  // The names of four hundred zones take a tenth of a second: they are there for whoever goes to the field.
  const [choosesZone, setChoosesZone] = useState(false);
  const zones = useMemo(
    () => zoneChoices(locale, choosesZone ? zonesWith(guessedZone) : [guessedZone]),
    [locale, choosesZone, guessedZone],
  );

  const open = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(name, owner);
    setProblem(wrong);
    if (wrong !== null) return focusField(form.current, wrong.field);
    if (zone === null) return;
    const pin = owner.withoutPin ? null : owner.pin.pin;
    const end = await create.run({ name, zone, owner: { name: owner.name, pin } });
    if (end.state !== 'done') return;
    if (end.value.recoveryCode !== null) showRecoveryCode(end.value.recoveryCode);
    enter(end.value.store);
  };

  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void open(event)} noValidate>
      <div className={classes.store}>
        <TextInput
          name="name"
          label={t('first.name')}
          placeholder={t('first.name_hint')}
          size="md"
          maxLength={60}
          value={name}
          error={problem?.field === 'name' ? t('shop.name_needed') : null}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Select
          label={t('first.zone')}
          description={t('first.zone_about')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          size="md"
          data={zones}
          value={zone}
          onChange={setZone}
          onFocus={() => setChoosesZone(true)}
          searchable
          allowDeselect={false}
          limit={60}
          maxDropdownHeight={240}
          nothingFoundMessage={t('first.zone_none')}
          // Longest names have no place to break: the list is wider than the field, and breaks them where it must.
          comboboxProps={{ transitionProps: { duration: 0 }, width: 340, position: 'bottom-end' }}
          styles={{ option: { overflowWrap: 'anywhere' }, input: { textOverflow: 'ellipsis' } }}
          title={zones.find(({ value }) => value === zone)?.label}
        />
      </div>
      <OwnerFields
        owner={owner}
        problem={problem === null || problem.field === 'name' ? null : problem}
        onChange={(next) => {
          setOwner(next);
          setProblem(null);
        }}
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

function problemOf(name: string, owner: FirstOwner): Problem | null {
  if (name.trim() === '') return { field: 'name' };
  if (owner.name.trim() === '') return { field: 'owner' };
  return owner.withoutPin ? null : problemOfNewPin(owner.pin, FIRST_PIN_DIGITS);
}

const focusField = (form: HTMLFormElement | null, name: Problem['field']): void =>
  form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
