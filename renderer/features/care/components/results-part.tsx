import type { ReactNode } from 'react';
import { Why } from '../../../ui/why';
import classes from './results.module.css';

interface ResultsPartProps {
  readonly question: string;
  /** How the figures are counted, behind `?`. */
  readonly definition: string;
  readonly children: ReactNode;
}

/** One question as the title, its answer below, its definition behind `?`. */
export function ResultsPart({ question, definition, children }: ResultsPartProps) {
  return (
    <section className={classes.part} aria-label={question}>
      <h2 className={classes.question}>
        <Why title={question} content={() => <p className={classes.definition}>{definition}</p>}>
          {question}
        </Why>
      </h2>
      {children}
    </section>
  );
}
