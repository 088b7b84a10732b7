import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Given when Esc leaves the panel. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
  /** Stands at the foot, whatever the length of the panel: the act and what it comes to. */
  readonly foot?: ReactNode;
  /** For a body that is only read: Tab reaches it, so that arrows can scroll it. */
  readonly reading?: boolean;
}

/** The right column: one act at a time. */
export function Panel({ title, onCancel, children, foot, reading = false }: PanelProps) {
  const { t } = useTranslation('common');
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {onCancel === undefined ? null : (
          <button type="button" className={classes.leave} onClick={onCancel} tabIndex={-1}>
            <KeyCap>Esc</KeyCap> {t('act.back')}
          </button>
        )}
      </header>
      <div className={classes.body} {...(reading ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>
        {children}
      </div>
      {foot === undefined ? null : <footer className={classes.foot}>{foot}</footer>}
    </section>
  );
}
