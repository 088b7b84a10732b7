import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  IconAddressBook,
  IconBook2,
  IconBuildingStore,
  IconChartHistogram,
  IconHeartHandshake,
  IconMessageExclamation,
  IconMoodSmile,
  IconSettings,
  IconTicket,
  IconTransfer,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CareBadge } from '../../features/care/components/care-badge';
import { ComplaintsBadge } from '../../features/complaints/components/rail-badge';
import { useDesk, useStaffHere } from '../../lib/desk';
import { openWho } from '../desk/who-state';
import { OfficeBadge } from './office-badge';
import classes from './rail.module.css';

/** In the order of their keys; what waits at one stands on it as a badge. */
const PLACES = [
  { to: '/counter', word: 'place.counter', icon: IconBuildingStore, hotkey: '1', badge: null },
  { to: '/members', word: 'place.members', icon: IconAddressBook, hotkey: '2', badge: null },
  {
    to: '/complaints',
    word: 'place.complaints',
    icon: IconMessageExclamation,
    hotkey: '3',
    badge: ComplaintsBadge,
  },
  { to: '/care', word: 'place.care', icon: IconHeartHandshake, hotkey: '4', badge: CareBadge },
  { to: '/surveys', word: 'place.surveys', icon: IconMoodSmile, hotkey: '5', badge: null },
  { to: '/loyalty', word: 'place.loyalty', icon: IconTicket, hotkey: '6', badge: null },
  { to: '/insights', word: 'place.insights', icon: IconChartHistogram, hotkey: '7', badge: null },
  { to: '/handbook', word: 'place.handbook', icon: IconBook2, hotkey: '8', badge: null },
  { to: '/office', word: 'place.office', icon: IconTransfer, hotkey: '9', badge: OfficeBadge },
  { to: '/settings', word: 'place.settings', icon: IconSettings, hotkey: '0', badge: null },
] as const;

export function Rail() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  useHotkeys(
    PLACES.map(({ to, hotkey }) => [`mod+${hotkey}`, () => void navigate({ to })]),
    [],
  );
  return (
    <nav className={classes.rail} aria-label={t('places')}>
      {PLACES.map(({ to, word, icon: Icon, hotkey, badge: Badge }) => (
        <Link
          key={to}
          to={to}
          className={classes.place}
          activeProps={{ 'aria-current': 'page' }}
          aria-keyshortcuts={`Control+${hotkey}`}
          title={`Ctrl+${hotkey}`}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span className={classes.word}>{t(word)}</span>
          {Badge === null ? null : <Badge />}
        </Link>
      ))}
      <Staff />
    </nav>
  );
}

/** Who works here now, and whether a PIN protects the shop; pressed it says who else could. */
function Staff() {
  const { t } = useTranslation('common');
  const here = useStaffHere();
  const { data: desk } = useDesk();
  return (
    <UnstyledButton
      className={classes.staff}
      title={t('who.now', { name: here.name, role: t(`role.${here.role}`) })}
      onClick={openWho}
    >
      <IconUserCircle size={20} stroke={1.6} aria-hidden="true" />
      <span className={classes.staffName}>{here.name}</span>
      {desk?.pins === false ? <span className={classes.open}>{t('who.no_pin')}</span> : null}
    </UnstyledButton>
  );
}
