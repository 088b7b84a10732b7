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
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CareBadge } from '../../features/care/components/care-badge';
import { ComplaintsBadge } from '../../features/complaints/components/rail-badge';
import { useRead } from '../../lib/use-read';
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
  { to: '/office', word: 'place.office', icon: IconTransfer, hotkey: '9', badge: null },
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

function Staff() {
  const { t } = useTranslation('common');
  const { data } = useRead('staff', 'current', {});
  if (data === undefined) return null;
  return (
    <div className={classes.staff} title={`${data.name} · ${t(`role.${data.role}`)}`}>
      <span className={classes.staffName}>{data.name}</span>
    </div>
  );
}
