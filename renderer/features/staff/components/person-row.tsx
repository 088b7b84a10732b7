import { useTranslation } from 'react-i18next';
import type { Colleague } from '../api';
import classes from './staff.module.css';

/** One of the staff: name, role, and what keeps them from signing in. */
export function PersonRow({ person }: { readonly person: Colleague }) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <span className={classes.row}>
      <span className={person.active ? classes.name : `${classes.name} quiet`}>{person.name}</span>
      <span className="quiet">{t(`common:role.${person.role}`)}</span>
      <span className={classes.state} data-mind={person.active && person.blocked ? '' : undefined}>
        {t(`person.state.${stateOf(person)}`)}
      </span>
    </span>
  );
}

const stateOf = ({ active, hasPin, blocked }: Colleague): 'left' | 'blocked' | 'no_pin' | 'pin' => {
  if (!active) return 'left';
  if (blocked) return 'blocked';
  return hasPin ? 'pin' : 'no_pin';
};
