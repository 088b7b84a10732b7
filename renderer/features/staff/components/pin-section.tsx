import { isBelow, mayUnblock } from '@domain/staff/standing';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useStaffHere } from '../../../lib/desk';
import { type NewPinProblem, NO_PIN_TYPED, problemOfNewPin } from '../../../lib/new-pin';
import { NeedsPin } from '../../../ui/needs-pin';
import { NewPinFields } from '../../../ui/new-pin-fields';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type Colleague, useGivePin, useUnblock } from '../api';
import { useStaffWords } from '../use-staff-words';
import classes from './staff.module.css';

/** A new PIN for somebody below, or another try for somebody who had too many wrong ones. */
export function PinSection({ person }: { readonly person: Colleague }) {
  const { t } = useTranslation('staff');
  const here = useStaffHere();
  const { data: desk } = useDesk();
  if (desk === undefined || !desk.pins) return null;
  return (
    <section className={classes.section} aria-label={t('pin.label')}>
      {person.blocked && mayUnblock(here.role, person.role) ? (
        <Blocked person={person} digits={desk.pinDigits} />
      ) : null}
      {isBelow(here.role, person.role) ? (
        <GivePin person={person} digits={desk.pinDigits} />
      ) : (
        <p className="quiet">{t('person.pin_of_equal')}</p>
      )}
    </section>
  );
}

interface OfPerson {
  readonly person: Colleague;
  readonly digits: number;
}

function Blocked({ person, digits }: OfPerson) {
  const { t } = useTranslation('staff');
  const unblock = useUnblock();
  const say = useStaffWords();
  return (
    <>
      <Notice tone="mind">{t('person.blocked')}</Notice>
      <NotDone of={unblock.now} words={(refusal) => say(refusal, digits)} />
      <div className={classes.acts}>
        <Button
          variant="default"
          loading={unblock.now.state === 'busy'}
          onClick={() => void unblock.run({ staffId: person.id })}
        >
          {t('person.unblock')}
        </Button>
      </div>
    </>
  );
}

function GivePin({ person, digits }: OfPerson) {
  const { t } = useTranslation('staff');
  const give = useGivePin();
  const say = useStaffWords();
  const [typed, setTyped] = useState(NO_PIN_TYPED);
  const [problem, setProblem] = useState<NewPinProblem | null>(null);
  const save = async () => {
    const wrong = problemOfNewPin(typed, digits);
    setProblem(wrong);
    if (wrong !== null) return;
    await give.run({ staffId: person.id, pin: typed.pin });
    setTyped(NO_PIN_TYPED);
  };
  return (
    <>
      <NewPinFields
        typed={typed}
        digits={digits}
        problem={problem}
        onChange={(next) => {
          setTyped(next);
          setProblem(null);
        }}
      />
      <NotDone of={give.now} words={(refusal) => say(refusal, digits)} />
      {give.now.state === 'done' ? (
        <Notice tone="good">{t('person.pin_given', { name: person.name })}</Notice>
      ) : null}
      <div className={classes.acts}>
        <Button variant="default" loading={give.now.state === 'busy'} onClick={() => void save()}>
          {t('person.give_pin')}
        </Button>
        <NeedsPin channel="staff.givePin" />
      </div>
    </>
  );
}
