import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useDisk } from '../api';
import classes from './disk-banner.module.css';

const LOOK_MS = 5 * 60_000;

/** A line over every screen while the disk is nearly full, before a sale is refused for it (trust, Durability). */
export function DiskBanner() {
  const { t } = useTranslation('support');
  const { data, refetch } = useDisk();
  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  if (data === undefined || data.disk.level === 'fine') return null;
  const megabytes = whole(Math.floor(data.disk.freeBytes / 1_048_576));
  return (
    <aside className={classes.banner} aria-label={t('disk.title')}>
      {t(`disk.${data.disk.level}`, { megabytes })}
    </aside>
  );
}
