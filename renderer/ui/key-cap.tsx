import classes from './key-cap.module.css';

interface KeyCapProps {
  readonly children: string;
  /** In a list of keys the cap is the content; on a button the button already says its key. */
  readonly spoken?: boolean;
}

/** A key as it looks on the keyboard. */
export function KeyCap({ children, spoken = false }: KeyCapProps) {
  return spoken ? (
    <kbd className={classes.cap}>{children}</kbd>
  ) : (
    <span className={classes.cap} aria-hidden="true">
      {children}
    </span>
  );
}
