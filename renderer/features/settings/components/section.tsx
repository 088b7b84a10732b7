import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
  /** What the typed rules come to; stands beside them where there is room. */
  readonly example?: ReactNode;
}

/** One subject: what it is, and what can be set. */
export function Section({ title, about, children, example = null }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className={classes.about}>{about}</p>
      </div>
      <div className={classes.work}>
        <div className={classes.body}>{children}</div>
        {example === null ? null : <div className={classes.beside}>{example}</div>}
      </div>
    </section>
  );
}

/** Fields beside each other as far as there is room. */
export const Fields = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.fields}>{children}</div>
);

export const Buttons = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.buttons}>{children}</div>
);
