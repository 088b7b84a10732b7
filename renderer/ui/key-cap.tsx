import classes from './key-cap.module.css';

/** A key as it looks on the keyboard, shown on the button that it presses. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className={classes.cap} aria-hidden="true">
      {children}
    </kbd>
  );
}
