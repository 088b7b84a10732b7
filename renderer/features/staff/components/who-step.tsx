import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import type { Person } from '../../../lib/desk';
import frame from '../../../ui/cover-step.module.css';
import { KeyCap } from '../../../ui/key-cap';
import { WhoList, WITH_DIGIT } from './who-list';

interface WhoStepProps {
  readonly title: string;
  readonly about?: string;
  readonly people: readonly Person[];
  readonly lastId: string | null;
  readonly onTake: (person: Person) => void;
  /** Null behind the lock. */
  readonly onBack: (() => void) | null;
}

/** Who is it: a digit takes one, arrows and Enter do, too. */
export function WhoStep({ title, about, people, lastId, onTake, onBack }: WhoStepProps) {
  const { t } = useTranslation('common');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ id }) => id === lastId),
    ),
  );
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const taken = event.key === 'Enter' ? people[at] : digit <= WITH_DIGIT ? people[digit - 1] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && onBack !== null) onBack();
    else if (taken !== undefined) onTake(taken);
    else if (step !== undefined) setAt(Math.max(0, Math.min(people.length - 1, at + step)));
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: () => {} });
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>{title}</h1>
        {onBack === null ? null : (
          <button type="button" className={frame.leave} onClick={onBack}>
            <KeyCap>Esc</KeyCap> {t('act.back')}
          </button>
        )}
      </header>
      {about === undefined ? null : <p>{about}</p>}
      <WhoList label={title} people={people} at={at} onTake={onTake} />
    </div>
  );
}
