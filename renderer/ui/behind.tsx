import type { ReactNode } from 'react';
import { type Behind, figureOf, useOpenBehind } from '../lib/behind';
import { useSay } from '../lib/phrase';
import classes from './behind.module.css';

interface BehindFigureProps extends Behind {
  readonly children: ReactNode;
}

/** A number of members that opens them: Tab reaches it, Enter shows who they are, Esc leads back to it. */
export function BehindFigure({ children, ...behind }: BehindFigureProps) {
  const open = useOpenBehind();
  const say = useSay();
  return (
    <button
      type="button"
      className={classes.figure}
      data-figure={figureOf(behind.title)}
      title={say(behind.title)}
      onClick={() => open(behind)}
    >
      {children}
    </button>
  );
}
