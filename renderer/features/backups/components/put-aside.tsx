import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { type Standing, useShowFolder } from '../api';
import { useMoment } from '../use-place-words';
import classes from './backups.module.css';

/** Damaged stores that were put aside: they stay until a person removes them. */
export function PutAside({ copies }: { readonly copies: Standing['putAside'] }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const show = useShowFolder();
  if (copies.length === 0) return null;
  return (
    <section aria-label={t('aside.title')}>
      <h2 className={classes.title}>{t('aside.title')}</h2>
      <p className={classes.line}>{t('aside.about')}</p>
      <ul className={classes.rows}>
        {copies.map(({ folder, at, bytes: size }) => (
          <li key={folder}>
            <span className="numbers">{moment(at)}</span> · {bytes(size)}
          </li>
        ))}
      </ul>
      <Button variant="default" size="compact-sm" onClick={() => void show.run({ which: 'put_aside' })}>
        {t('do.show')}
      </Button>
    </section>
  );
}
