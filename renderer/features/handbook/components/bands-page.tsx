import { useTranslation } from 'react-i18next';
import { clockWords } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useRules } from '../api';
import { bandAt } from '../time-band';
import classes from './bands-page.module.css';
import { Page } from './page';

/** What customers want at which time of the day (S94): the owner's words, from the settings. */
export function BandsPage() {
  const { t } = useTranslation('handbook');
  const { minute } = useFormat();
  return (
    <Page title={t('page.bands')} about={t('bands.about')}>
      <Awaited
        of={useRules()}
        skeleton={<Bones rows={3} height={48} />}
        isEmpty={({ rules }) => rules.timeBands.length === 0}
        empty={<p>{t('bands.none')}</p>}
      >
        {({ rules }) => (
          <ul className={classes.bands}>
            {rules.timeBands.map((band) => {
              const isNow = bandAt(rules.timeBands, minute) === band;
              return (
                <li key={band.id} className={classes.band} data-now={isNow || undefined}>
                  <span className={`${classes.time} numbers`}>
                    {clockWords(band.from)}–{clockWords(band.to)}
                  </span>
                  <span>{band.hint}</span>
                  {isNow ? <strong className={classes.now}>{t('bands.now')}</strong> : null}
                </li>
              );
            })}
          </ul>
        )}
      </Awaited>
    </Page>
  );
}
