import type { Period } from '@domain/calendar/period';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type Results, useResults } from '../api';
import { DimensionMeans } from './dimension-means';
import { Goal } from './goal';
import { NetScore } from './net-score';
import classes from './results.module.css';
import { TrendChart } from './trend-chart';
import { TrendTable } from './trend-table';

interface ResultsPartProps {
  readonly period: Period;
  /** The figures behind the trend, in its place. */
  readonly asTable: boolean;
}

/** The three targets of the shop beside what is (S85), the trend, and what was scored apart (S88). */
export function ResultsPart({ period, asTable }: ResultsPartProps) {
  const { t } = useTranslation('surveys');
  return (
    <div className={classes.part} data-paper="">
      <Awaited of={useResults(period)} skeleton={<Bones rows={8} height={48} />}>
        {(results) => (
          <>
            <Goals results={results} />
            {results.months.every(({ answers }) => answers === 0) ? (
              <p className={classes.empty}>{t('results.empty')}</p>
            ) : (
              <section aria-label={t('results.trend')}>
                <h2 className={classes.question}>{t('results.trend')}</h2>
                {asTable ? <TrendTable months={results.months} /> : <TrendChart months={results.months} />}
              </section>
            )}
            <DimensionMeans dimensions={results.dimensions} />
          </>
        )}
      </Awaited>
    </div>
  );
}

function Goals({ results }: { readonly results: Results }) {
  const { t } = useTranslation('surveys');
  const { satisfaction, loyalty, wordOfMouth, nps, targets } = results;
  return (
    <section aria-label={t('results.question')}>
      <h2 className={classes.question}>
        {t('results.question')}{' '}
        <span className="quiet">
          {t('results.answers', { count: results.answers, answers: whole(results.answers) })}
        </span>
      </h2>
      <div className={classes.goals}>
        <Goal kind="satisfaction" share={satisfaction} target={targets.satisfaction} />
        <Goal kind="loyalty" share={loyalty} target={targets.loyalty} />
        <Goal kind="wordOfMouth" share={wordOfMouth} target={targets.wordOfMouth} />
        <NetScore nps={nps} counts={results.recommendCounts} />
      </div>
    </section>
  );
}
