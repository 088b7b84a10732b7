import classes from './key-cap.module.css';

interface KeyCapProps {
  readonly children: string;
  /** In a list of keys the cap is the content; on a button the button already says its key. */
  readonly spoken?: boolean;
}

/** A key as it looks on the keyboard; on a screen it is what the map of keys knows of that screen. */
export function KeyCap({ children, spoken = false }: KeyCapProps) {
  return spoken ? (
    <kbd className={classes.cap}>{children}</kbd>
  ) : (
    <span className={classes.cap} aria-hidden="true" data-key-cap="">
      {children}
    </span>
  );
}
