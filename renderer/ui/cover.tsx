import { type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { CoverContext, type Covering, type CoverKeys, useCover } from '../lib/cover';
import classes from './cover.module.css';

interface CoverProps {
  readonly label: string;
  /** `all`: nothing of the shop is painted below it. `dimmed`: the shop shines through. */
  readonly hides: 'all' | 'dimmed';
  /** Where nothing else of the shop is seen: whose it is. */
  readonly above?: string;
  /** Who stands in it says what the keys do (`useCoverKeys`). */
  readonly children: ReactNode;
}

/** Lies over the whole window, dialogs and drawers included: what is below keeps its state, but gets no key and no click. */
export function Cover({ label, hides, above, children }: CoverProps) {
  const element = useRef<HTMLDivElement>(null);
  const keys = useRef<CoverKeys>(null);
  const [covering] = useState<Covering>(() => ({ element, keys, before: document.activeElement }));
  useCover(covering);
  return createPortal(
    <div
      ref={element}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      className={classes.cover}
      data-cover={hides}
    >
      {above === undefined ? null : <p className={classes.above}>{above}</p>}
      <div className={classes.sheet}>
        <CoverContext value={covering}>{children}</CoverContext>
      </div>
    </div>,
    document.body,
  );
}
