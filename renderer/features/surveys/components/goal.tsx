import { verdictOn } from '@domain/surveys/percent';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { percentWords } from '../../../lib/percent-words';
import { Scale } from '../../../ui/scale';
import { Why } from '../../../ui/why';
import type { Results } from '../api';
import classes from './results.module.css';

interface GoalProps {
  readonly kind: 'satisfaction' | 'loyalty' | 'wordOfMouth';
  readonly share: Results['satisfaction'];
  /** In percent. */
  readonly target: number;
}

/** One target and what is: the share, where the truth lies, of how many, and what that says (S85). */
export function Goal({ kind, share, target }: GoalProps) {
  const { t } = useTranslation('surveys');
  const name = t(`goal.${kind}`);
  return (
    <div className={classes.goal}>
      <h3 className={classes.name}>{name}</h3>
      <Why title={name} content={() => <p className={classes.text}>{t(`define.${kind}`)}</p>}>
        <span className={classes.figure}>{share === null ? '—' : percentWords(share.percent)}</span>
      </Why>
      {share === null ? (
        <span className={classes.small}>{t(`goal.none_${kind}`, { target })}</span>
      ) : (
        <>
          <Scale low={share.low} high={share.high} at={share.percent} target={target} />
          <span className={classes.small}>
            {t('goal.target', { target })} ·{' '}
            {t(kind === 'loyalty' ? 'goal.of_buyers' : 'goal.of', {
              count: share.of,
              answers: whole(share.of),
            })}{' '}
            · {t('goal.within', { low: percentWords(share.low), high: percentWords(share.high) })}
          </span>
          <span className={classes.verdict} data-verdict={verdictOn(share, target)}>
            {t(`verdict.${verdictOn(share, target)}`)}
          </span>
        </>
      )}
    </div>
  );
}
