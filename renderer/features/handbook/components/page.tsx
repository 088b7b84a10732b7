import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One page of the handbook: what it is about in a sentence, then what there is to do. */
export function Page({ title, about, children }: PageProps) {
  return (
    <article className={classes.page}>
      <header>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.about}>{about}</p>
      </header>
      {children}
    </article>
  );
}
