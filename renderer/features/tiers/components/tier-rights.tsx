import type { TierRights as Rights } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import classes from './tier-lines.module.css';

interface TierRightsProps {
  readonly rights: Rights;
  /** Who looks after them; a name that was given stands also when the tier does not ask for one. */
  readonly adviserName: string | null;
}

/** What the level is good for besides the price (S42, S44, S51, S54). */
export function TierRights({ rights, adviserName }: TierRightsProps) {
  const { t } = useTranslation('tiers');
  const lines = [
    ...(rights.priority ? [t('rights.priority')] : []),
    ...(adviserName === null
      ? rights.adviser
        ? [t('rights.noAdviser')]
        : []
      : [t('rights.adviser', { name: adviserName })]),
    ...(rights.birthdayGift === '' ? [] : [t('rights.gift', { gift: rights.birthdayGift })]),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={classes.rights} aria-label={t('rights.label')}>
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
