import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'quiet' | 'good' | 'soon' | 'danger';
  readonly children: ReactNode;
}

/** One quiet line that says what has happened or what to mind; a refusal is spoken at once. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={classes.notice} data-tone={tone}>
      {children}
    </div>
  );
}
