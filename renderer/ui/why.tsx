import { Drawer } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Panel } from './panel';
import classes from './why.module.css';

interface WhyProps {
  /** What is explained, as the title of the panel. */
  readonly title: string;
  /** Drawn only while the panel is open: what it reads is not asked before. */
  readonly content: () => ReactNode;
  /** The figure itself. */
  readonly children: ReactNode;
}

/**
 * A figure that explains itself: Tab reaches it, Enter or `?` opens the rows and the rule that made it
 * beside it, Esc closes them and leads back to the figure. Whoever types on, types into the box.
 */
export function Why({ title, content, children }: WhyProps) {
  const [open, setOpen] = useState(false);
  const figure = useRef<HTMLButtonElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== '?' && event.key !== '？') return;
    event.preventDefault();
    event.stopPropagation(); // elsewhere this key opens the help
    setOpen(true);
  };
  return (
    <>
      <button
        ref={figure}
        type="button"
        className={classes.figure}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={title}
        onClick={() => setOpen(!open)}
        onKeyDown={press}
      >
        {children}
        <span className={classes.mark} aria-hidden="true">
          ?
        </span>
      </button>
      {open ? (
        <WhyPanel
          title={title}
          keepsOpen={(target) => figure.current?.contains(target) === true}
          onLeave={() => setOpen(false)}
          onBack={() => {
            figure.current?.focus();
            setOpen(false);
          }}
        >
          {content()}
        </WhyPanel>
      ) : null}
    </>
  );
}

interface WhyPanelProps {
  readonly title: string;
  readonly keepsOpen: (target: Node) => boolean;
  /** Something else was clicked or has the focus. */
  readonly onLeave: () => void;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function WhyPanel({ title, keepsOpen, onLeave, onBack, children }: WhyPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const latest = useRef({ keepsOpen, onLeave, onBack });
  useEffect(() => {
    latest.current = { keepsOpen, onLeave, onBack };
  });
  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      // A figure inside the panel opens one of its own, which belongs to it.
      if (!(target instanceof Element) || target.closest('[data-why]') !== null) return;
      if (!latest.current.keepsOpen(target)) latest.current.onLeave();
    };
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || !(event.target instanceof Node)) return;
      if (panel.current?.contains(event.target) !== true) return;
      event.stopPropagation(); // the screen behind it stays where it is
      latest.current.onBack();
    };
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('keydown', press, { capture: true });
    return () => {
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('keydown', press, { capture: true });
    };
  }, []);
  return (
    <Drawer.Root
      opened
      onClose={onBack}
      position="right"
      size={360}
      lockScroll={false}
      closeOnEscape={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      // Not a className of the content: that would lie on the frame around it, too, which covers the window.
      classNames={{ content: classes.panel }}
    >
      <Drawer.Content ref={panel} data-why="" aria-label={title}>
        <Panel title={title} onCancel={onBack} reading>
          {children}
        </Panel>
      </Drawer.Content>
    </Drawer.Root>
  );
}
