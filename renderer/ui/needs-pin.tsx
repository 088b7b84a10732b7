import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Channel, useMay } from '../lib/desk';
import classes from './needs-pin.module.css';

/** Stands at what somebody above has to approve, before it is tried; nothing where whoever is signed in may do it. */
export function NeedsPin({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation('common');
  const may = useMay(channel);
  if (may.how !== 'with_pin') return null;
  return (
    <span className={classes.mark}>
      <IconLock size={14} stroke={1.8} aria-hidden="true" />
      {t(`may.with_pin.${may.role}`)}
    </span>
  );
}
