import { ROLES } from '@domain/staff/role';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { DigitChoice } from '../../../ui/digit-choice';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { type Colleague, useSetRole } from '../api';
import { useStaffWords } from '../use-staff-words';
import classes from './staff.module.css';

/** What they may; a choice takes effect with its button only, which asks for the owner's PIN. */
export function RoleSection({ person }: { readonly person: Colleague }) {
  const { t } = useTranslation(['staff', 'common']);
  const { data: desk } = useDesk();
  const say = useStaffWords();
  const set = useSetRole();
  const [role, setRole] = useState(person.role);
  return (
    <section className={classes.section} aria-label={t('person.role')}>
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
      <NotDone of={set.now} words={(refusal) => say(refusal, desk?.pinDigits ?? 0)} />
      {role === person.role ? null : (
        <div className={classes.acts}>
          <Button
            loading={set.now.state === 'busy'}
            onClick={() => void set.run({ staffId: person.id, role })}
          >
            {t('person.make', { role: t(`common:role.${role}`) })}
          </Button>
          <NeedsPin channel="staff.setRole" />
        </div>
      )}
    </section>
  );
}
