import { ROLES, type Role } from '@domain/staff/role';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { type NewPinProblem, NO_PIN_TYPED, problemOfNewPin } from '../../../lib/new-pin';
import { onConfirm } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NewPinFields } from '../../../ui/new-pin-fields';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useAddStaff } from '../api';
import { useStaffWords } from '../use-staff-words';
import classes from './staff.module.css';

/** Somebody new: name, role, and their first PIN, which they change themselves later. */
export function AddPanel({ onDone }: { readonly onDone: (staffId: string) => void }) {
  const { t } = useTranslation(['staff', 'common']);
  const { data: desk } = useDesk();
  const add = useAddStaff();
  const say = useStaffWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('cashier');
  const [typed, setTyped] = useState(NO_PIN_TYPED);
  const [later, setLater] = useState(false);
  const [problem, setProblem] = useState<NewPinProblem | { readonly field: 'name' } | null>(null);
  if (desk === undefined) return null;
  // The first PIN of a store is its owner's: before that nobody signs in.
  const withPin = desk.pins && !later;

  const save = async () => {
    const wrong =
      name.trim() === ''
        ? { field: 'name' as const }
        : withPin
          ? problemOfNewPin(typed, desk.pinDigits)
          : null;
    setProblem(wrong);
    if (wrong !== null) return;
    const end = await add.run({ name, role, pin: withPin ? typed.pin : null, ownMemberId: null });
    if (end.state === 'done') onDone(end.value.staffId);
  };
  const press = onConfirm(() => void save());
  return (
    <Panel title={t('add.title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any of the fields does what the button does */}
      <div className={classes.fields} onKeyDown={press}>
        <TextInput
          label={t('person.name')}
          maxLength={40}
          value={name}
          error={problem?.field === 'name' ? t('person.name_needed') : null}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <DigitChoice
          label={t('person.role')}
          stacked
          options={ROLES.map((value) => ({
            value,
            word: t(`common:role.${value}`),
            more: t(`person.may.${value}`),
          }))}
          value={role}
          onChange={setRole}
        />
        {withPin ? (
          <NewPinFields
            typed={typed}
            digits={desk.pinDigits}
            problem={problem === null || problem.field === 'name' ? null : problem}
            onChange={setTyped}
          />
        ) : null}
        {desk.pins ? (
          <Checkbox
            label={t('add.later')}
            checked={later}
            onChange={(event) => setLater(event.currentTarget.checked)}
          />
        ) : (
          <Notice tone="quiet">{t('own.owner_first')}</Notice>
        )}
        <NotDone of={add.now} words={(refusal) => say(refusal, desk.pinDigits)} />
        <div className={classes.acts}>
          <KeyButton cap="Ctrl+Enter" loading={add.now.state === 'busy'} onClick={() => void save()}>
            {t('add.do')}
          </KeyButton>
          <NeedsPin channel="staff.add" />
        </div>
      </div>
    </Panel>
  );
}
