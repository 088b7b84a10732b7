import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap';
import classes from './list-and-detail.module.css';

export interface Panes {
  /** Where only one of the two fits: the detail is in front of the list. */
  readonly inFront: boolean;
  readonly side: RefObject<HTMLDivElement | null>;
  /** Chooses, and takes the focus to what was chosen. */
  readonly open: (choose: () => void) => void;
  readonly back: () => void;
}

/**
 * The focus between a list and what is chosen of it: on the list once it is there, on the detail when something is
 * opened, and back again.
 */
export function usePanes(
  isThere: boolean,
  focusList: () => void,
  focusDetail: (side: HTMLElement | null) => void = focusSide,
): Panes {
  const [inFront, setInFront] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const latest = useRef(focusList);
  latest.current = focusList;
  useEffect(() => {
    if (isThere) latest.current();
  }, [isThere]);
  // In the narrow window what is not drawn takes no focus: both are drawn before they get it.
  return {
    inFront,
    side,
    open: (choose) => {
      flushSync(() => {
        choose();
        setInFront(true);
      });
      focusDetail(side.current);
    },
    back: () => {
      flushSync(() => setInFront(false));
      focusList();
    },
  };
}

const focusSide = (side: HTMLElement | null): void => side?.focus();

/** To the row that arrows go on from; to the detail itself where it has none. */
export const focusItsRows = (side: HTMLElement | null): void =>
  (side?.querySelector<HTMLElement>('tr[tabindex="0"]') ?? side)?.focus();

interface ListAndDetailProps {
  readonly panes: Panes;
  readonly label: string;
  readonly list: ReactNode;
  /** What is chosen. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly listClass?: string | undefined;
  readonly listRef?: RefObject<HTMLDivElement | null>;
}

/** A list and what is chosen of it: side by side, one in front of the other where the window is narrow; Esc leads back. */
export function ListAndDetail(props: ListAndDetailProps) {
  const { t } = useTranslation('common');
  const { panes } = props;
  return (
    <section
      className={join(classes.both, props.className)}
      aria-label={props.label}
      data-in-front={panes.inFront || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) panes.back();
      }}
    >
      <div className={join(classes.list, props.listClass)} ref={props.listRef}>
        {props.list}
      </div>
      <div className={classes.detail} ref={panes.side} tabIndex={-1} data-pane="">
        <button type="button" className={classes.back} onClick={panes.back}>
          <KeyCap>Esc</KeyCap> {t('act.back')}
        </button>
        {props.children}
      </div>
    </section>
  );
}

const join = (own: string | undefined, given: string | undefined): string =>
  given === undefined ? (own ?? '') : `${own} ${given}`;
