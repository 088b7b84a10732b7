import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { type Colleague, useDeactivate, useReactivate } from '../api';
import { type StaffRefusal, useStaffWords } from '../use-staff-words';
import classes from './staff.module.css';

/** They go, and what they did stays under their name; they come back as who they were. Asks twice. */
export function LeavingSection({ person }: { readonly person: Colleague }) {
  const { t } = useTranslation('staff');
  const { data: desk } = useDesk();
  const say = useStaffWords();
  const leave = useDeactivate();
  const comeBack = useReactivate();
  const [sure, setSure] = useState(false);
  const { run, now } = person.active ? leave : comeBack;
  const act = () => {
    if (person.active && !sure) return setSure(true);
    setSure(false);
    void run({ staffId: person.id });
  };
  return (
    <section className={classes.section} aria-label={t(person.active ? 'person.leave' : 'person.come_back')}>
      <NotDone<StaffRefusal> of={now} words={(refusal) => say(refusal, desk?.pinDigits ?? 0)} />
      <p className="quiet">{t(person.active ? 'person.leave_means' : 'person.come_back_means')}</p>
      <div className={classes.acts}>
        <Button variant="default" loading={now.state === 'busy'} onClick={act} onBlur={() => setSure(false)}>
          {t(sure ? 'person.leave_sure' : person.active ? 'person.leave' : 'person.come_back')}
        </Button>
        <NeedsPin channel={person.active ? 'staff.deactivate' : 'staff.reactivate'} />
      </div>
    </section>
  );
}
