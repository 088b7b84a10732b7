import { ENOUGH_ANSWERS } from '@domain/surveys/percent';
import { DETRACTS_TO, PROMOTES_FROM } from '@domain/surveys/survey';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { scoreWords } from '../../../lib/percent-words';
import { Scale } from '../../../ui/scale';
import { Why } from '../../../ui/why';
import type { Results } from '../api';
import classes from './results.module.css';

interface NetScoreProps {
  readonly nps: Results['nps'];
  /** How often 0 to 10 were said. */
  readonly counts: readonly number[];
}

/** Who recommends the shop less who advises against it, with its interval, on its scale from −100 to +100. */
export function NetScore({ nps, counts }: NetScoreProps) {
  const { t } = useTranslation('surveys');
  const sum = (from: number, to: number) =>
    whole(counts.slice(from, to + 1).reduce((total, count) => total + count, 0));
  const onScale = (score: number) => (score + 100) / 2;
  return (
    <div className={classes.goal}>
      <h3 className={classes.name}>{t('nps.name')}</h3>
      <Why title={t('nps.name')} content={() => <p className={classes.text}>{t('define.nps')}</p>}>
        <span className={classes.figure}>{nps === null ? '—' : scoreWords(nps.score)}</span>
      </Why>
      {nps === null ? (
        <span className={classes.small}>{t('nps.none')}</span>
      ) : (
        <>
          <Scale low={onScale(nps.low)} high={onScale(nps.high)} at={onScale(nps.score)} />
          <span className={classes.small}>
            {t('goal.of', { count: nps.of, answers: whole(nps.of) })} ·{' '}
            {t('goal.within', { low: scoreWords(nps.low), high: scoreWords(nps.high) })}
          </span>
          <span className={classes.verdict}>
            {nps.of < ENOUGH_ANSWERS
              ? t('verdict.few')
              : t('nps.parts', {
                  promoters: sum(PROMOTES_FROM, 10),
                  passives: sum(DETRACTS_TO + 1, PROMOTES_FROM - 1),
                  detractors: sum(0, DETRACTS_TO),
                })}
          </span>
        </>
      )}
    </div>
  );
}
