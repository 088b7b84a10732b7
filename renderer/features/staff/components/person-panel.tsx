import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useStaffHere } from '../../../lib/desk';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Panel } from '../../../ui/panel';
import { type Colleague, useChangeStaff } from '../api';
import { useStaffWords } from '../use-staff-words';
import { LeavingSection } from './leaving-section';
import { OwnMemberField } from './own-member-field';
import { PinSection } from './pin-section';
import { RoleSection } from './role-section';
import classes from './staff.module.css';

/** One of the staff: who they are, what they may, their PIN, and how they leave. */
export function PersonPanel({ person }: { readonly person: Colleague | undefined }) {
  const { t } = useTranslation('staff');
  const here = useStaffHere();
  if (person === undefined) return null;
  const isMe = person.id === here.id;
  return (
    <Panel title={isMe ? t('approve.you', { name: person.name }) : person.name}>
      <div className={classes.sections}>
        <AboutSection person={person} />
        {person.active ? <RoleSection person={person} /> : null}
        {person.active && !isMe ? <PinSection person={person} /> : null}
        {isMe ? <p className="quiet">{t('person.own_pin')}</p> : <LeavingSection person={person} />}
      </div>
    </Panel>
  );
}

function AboutSection({ person }: { readonly person: Colleague }) {
  const { t } = useTranslation(['staff', 'common']);
  const { data: desk } = useDesk();
  const say = useStaffWords();
  const change = useChangeStaff();
  const [name, setName] = useState(person.name);
  const [ownMember, setOwnMember] = useState(person.ownMember);
  const isChanged = name !== person.name || ownMember?.id !== person.ownMember?.id;
  const save = () => {
    if (name.trim() === '') return;
    void change.run({ staffId: person.id, name, ownMemberId: ownMember?.id ?? null });
  };
  return (
    <section className={classes.section} aria-label={t('person.about')}>
      <TextInput
        label={t('person.name')}
        maxLength={40}
        value={name}
        error={name.trim() === '' ? t('person.name_needed') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
      <OwnMemberField member={ownMember} onChange={setOwnMember} />
      <NotDone of={change.now} words={(refusal) => say(refusal, desk?.pinDigits ?? 0)} onRetry={save} />
      {isChanged ? (
        <div className={classes.acts}>
          <KeyButton cap="Enter" loading={change.now.state === 'busy'} onClick={save}>
            {t('common:act.save')}
          </KeyButton>
          <NeedsPin channel="staff.change" />
        </div>
      ) : null}
    </section>
  );
}
