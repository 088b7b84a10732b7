import type { DimensionGroup } from '@domain/surveys/survey';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { whole } from '../../../lib/format';
import type { Results } from '../api';
import classes from './results.module.css';

const GROUPS: readonly DimensionGroup[] = ['expected', 'exceeding'];

/** What was scored apart (S88): the mean of 1-5 by dimension, the weakest first, for there something can be done. */
export function DimensionMeans({ dimensions }: Pick<Results, 'dimensions'>) {
  const { t } = useTranslation('surveys');
  const nameOf = useDimensionName();
  if (dimensions.length === 0) return null;
  return (
    <section aria-label={t('results.dimensions')}>
      <h2 className={classes.question}>{t('results.dimensions')}</h2>
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <div key={group}>
            <h3 className={classes.name}>{t(`group.${group}`)}</h3>
            <ul className={classes.list}>
              {dimensions
                .filter((dimension) => dimension.group === group)
                .toSorted((a, b) => a.mean - b.mean)
                .map((dimension) => (
                  <li key={dimension.id} className={classes.dimension}>
                    <span>{nameOf(dimension)}</span>
                    <span className={classes.track} aria-hidden="true">
                      <span
                        className={classes.fill}
                        style={{ display: 'block', width: `${((dimension.mean - 1) / 4) * 100}%` }}
                      />
                    </span>
                    <span className={classes.mean}>
                      <strong>{dimension.mean.toFixed(1)}</strong>{' '}
                      <span className={classes.small}>
                        {t('results.scored', { count: dimension.of, scores: whole(dimension.of) })}
                      </span>
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
