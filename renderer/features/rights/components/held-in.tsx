import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { useHeldIn } from '../api';
import classes from './rights.module.css';

/** Copies of the store that still hold a person, and when each of them goes (trust "People"). */
export function HeldIn({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  return (
    <section className={classes.section}>
      <h3>{t('held.title')}</h3>
      <Awaited
        of={useHeldIn(memberId)}
        isEmpty={(copies) => copies.length === 0}
        empty={<p className="quiet">{t('held.none')}</p>}
      >
        {(copies) => (
          <>
            <ul className={classes.list}>
              {copies.map((copy) => (
                <li key={copy.path}>
                  {t(`held.${copy.what}`, { at: format.dateTime(copy.madeAt) })} ·{' '}
                  {copy.goesBy === null
                    ? t('held.byHand')
                    : t('held.goesBy', { at: format.dateTime(copy.goesBy) })}
                  <span className={classes.path}>{copy.path}</span>
                </li>
              ))}
            </ul>
            <p className="quiet">{t('held.again')}</p>
          </>
        )}
      </Awaited>
    </section>
  );
}
