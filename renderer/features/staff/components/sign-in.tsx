import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk, Person } from '../../../lib/desk';
import { useOpenStore } from '../../../lib/store-context';
import { Cover } from '../../../ui/cover';
import { ForgottenPin } from './forgotten-pin';
import { PinStep } from './pin-step';
import { WhoStep } from './who-step';

interface SignInProps {
  readonly desk: Desk;
  /** Given where somebody is signed in: Esc leaves everything as it was. Behind the lock there is no way back. */
  readonly onBack?: () => void;
  readonly onDone: () => void;
}

interface Step {
  readonly at: 'who' | 'pin' | 'forgotten';
  readonly personId: string | null;
}

/** Who is it, then the PIN. It lies over the shop, which goes on below: a half-typed sale stays as it is. */
export function SignIn({ desk, onBack, onDone }: SignInProps) {
  const { t } = useTranslation('staff');
  const store = useOpenStore();
  const [{ at, personId }, setStep] = useState<Step>(() => firstStep(desk, onBack !== undefined));
  const person = desk.people.find(({ id }) => id === personId);
  return (
    <Cover
      label={t('signIn.title')}
      hides={onBack === undefined ? 'all' : 'dimmed'}
      {...(onBack === undefined ? { above: store.name } : {})}
    >
      {person === undefined || at === 'who' ? (
        <WhoStep
          title={t('signIn.who')}
          people={desk.people}
          lastId={desk.last}
          onTake={({ id }) => setStep({ at: 'pin', personId: id })}
          onBack={onBack ?? null}
        />
      ) : at === 'pin' ? (
        <PinStep
          person={person}
          onDone={onDone}
          onForgotten={() => setStep({ at: 'forgotten', personId })}
          onBack={desk.people.length > 1 ? () => setStep({ at: 'who', personId: null }) : (onBack ?? null)}
        />
      ) : (
        <ForgottenPin
          person={person}
          digits={desk.pinDigits}
          onDone={onDone}
          onBack={() => setStep({ at: 'pin', personId })}
        />
      )}
    </Cover>
  );
}

/** Behind the lock whoever was here comes back most likely; a shop of one person is not asked who it is. */
function firstStep({ people, last }: Desk, switching: boolean): Step {
  const person: Person | undefined =
    people.length === 1 ? people[0] : switching ? undefined : people.find(({ id }) => id === last);
  return person === undefined ? { at: 'who', personId: null } : { at: 'pin', personId: person.id };
}
