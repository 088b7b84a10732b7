import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channel, useMays } from '../lib/desk';
import classes from './only-for.module.css';

interface OnlyForProps {
  /** What the part reads first; null = anybody may. */
  readonly channel: Channel | null;
  /** What it is that cannot be seen, as it is called on the screen. */
  readonly what: string;
  /** What they may do here all the same. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** A part that a role may not see says whose it is, and how they get there; it asks main nothing. */
export function OnlyFor({ channel, what, otherwise, children }: OnlyForProps) {
  const { t } = useTranslation('common');
  const mayCall = useMays();
  const may = channel === null ? null : mayCall(channel);
  if (may?.how !== 'never') return children;
  return (
    <>
      <section className={classes.closed} aria-label={what}>
        <h2 className={classes.what}>
          <IconLock size={20} stroke={1.6} aria-hidden="true" /> {what}
        </h2>
        <p>{t(`may.never.${may.role}`)}</p>
        <p className="quiet">{t('may.how')}</p>
      </section>
      {otherwise}
    </>
  );
}
