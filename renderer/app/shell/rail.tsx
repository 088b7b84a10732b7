import { useHotkeys } from '@mantine/hooks';
import {
  IconAddressBook,
  IconBook2,
  IconBuildingStore,
  IconMessageExclamation,
  IconSettings,
  IconTicket,
  IconTransfer,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/use-read';
import classes from './rail.module.css';

const PLACES = [
  { to: '/counter', word: 'place.counter', icon: IconBuildingStore, hotkey: '1' },
  { to: '/members', word: 'place.members', icon: IconAddressBook, hotkey: '2' },
  { to: '/complaints', word: 'place.complaints', icon: IconMessageExclamation, hotkey: '3' },
  { to: '/loyalty', word: 'place.loyalty', icon: IconTicket, hotkey: '6' },
  { to: '/handbook', word: 'place.handbook', icon: IconBook2, hotkey: '7' },
  { to: '/exchange', word: 'place.exchange', icon: IconTransfer, hotkey: '8' },
  { to: '/settings', word: 'place.settings', icon: IconSettings, hotkey: '9' },
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
      {PLACES.map(({ to, word, icon: Icon, hotkey }) => (
        <Link
          key={to}
          to={to}
          className={classes.place}
          activeProps={{ 'aria-current': 'page' }}
          aria-keyshortcuts={`Control+${hotkey}`}
          title={`Ctrl+${hotkey}`}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span>{t(word)}</span>
          {to === '/complaints' ? <OpenComplaints /> : null}
        </Link>
      ))}
      <Staff />
    </nav>
  );
}

function OpenComplaints() {
  const { t } = useTranslation('common');
  const { data } = useRead('complaints', 'counts', {});
  if (data === undefined || data.open === 0) return null;
  return (
    <span className={classes.badge} title={t('openComplaints', { count: data.open })}>
      <span aria-hidden="true">{data.open > 99 ? '99+' : data.open}</span>
      <span className={classes.hidden}>{t('openComplaints', { count: data.open })}</span>
    </span>
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
