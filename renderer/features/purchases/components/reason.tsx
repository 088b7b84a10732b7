import type { Reason as Words } from '../explain';
import classes from './reason.module.css';

/** The rule in a sentence, then the sum. */
export function Reason({ rule, sums }: Words) {
  return (
    <div className={classes.reason}>
      <p className={classes.rule}>{rule}</p>
      {sums.map((sum) => (
        <p key={sum} className={classes.sum}>
          {sum}
        </p>
      ))}
    </div>
  );
}
