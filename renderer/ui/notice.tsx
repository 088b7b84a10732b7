import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  /** `mind` = something to know before going on. None is amber: that is kept for what is due soon. */
  readonly tone: 'quiet' | 'good' | 'mind' | 'danger';
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
