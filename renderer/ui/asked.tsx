import type { ReactNode } from 'react';
import classes from './question.module.css';
import { Why } from './why';

interface AskedProps {
  readonly title: string;
  /** How it is counted, behind `?`. */
  readonly why: ReactNode;
  readonly children: ReactNode;
}

/** Some figures under their title, with their definition behind `?`; where a table belongs to them, see `Question`. */
export function Asked({ title, why, children }: AskedProps) {
  return (
    <section className={classes.question} aria-label={title}>
      <h2 className={classes.title}>
        <Why title={title} content={() => <div className={classes.why}>{why}</div>}>
          {title}
        </Why>
      </h2>
      {children}
    </section>
  );
}
