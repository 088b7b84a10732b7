import { useTranslation } from 'react-i18next';
import type { Person } from '../../../lib/desk';
import { KeyCap } from '../../../ui/key-cap';
import classes from './who-list.module.css';

interface WhoListProps {
  readonly label: string;
  readonly people: readonly Person[];
  /** The one that Enter takes. */
  readonly at: number;
  readonly onTake: (person: Person) => void;
}

/** Digits have caps for so many; whoever comes after is reached by arrows. */
export const WITH_DIGIT = 9;

/** Who works here: a digit, arrows and Enter, or a click takes one. */
export function WhoList({ label, people, at, onTake }: WhoListProps) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <div role="listbox" aria-label={label} className={classes.list}>
      {people.map((person, place) => (
        <button
          key={person.id}
          type="button"
          role="option"
          aria-selected={place === at}
          className={classes.person}
          data-cover-focus={place === at ? '' : undefined}
          tabIndex={place === at ? 0 : -1}
          onClick={() => onTake(person)}
        >
          {place < WITH_DIGIT ? <KeyCap>{String(place + 1)}</KeyCap> : <span className={classes.noCap} />}
          <span className={classes.name}>{person.name}</span>
          <span className="quiet">{t(`common:role.${person.role}`)}</span>
        </button>
      ))}
    </div>
  );
}
