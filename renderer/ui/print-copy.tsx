import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './print-copy.module.css';

/** What is in here is the whole page when the window prints, and nothing at all on the screen. */
export const PrintCopy = ({ children }: { readonly children: ReactNode }) =>
  createPortal(
    <div className={classes.copy} data-print-copy="" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
