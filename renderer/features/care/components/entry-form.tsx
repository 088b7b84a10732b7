import type { ReactNode } from 'react';
import type { Mishap } from '../../../lib/mishap';
import { onConfirm } from '../../../lib/typing';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import classes from './care-panel.module.css';

interface EntryFormProps {
  readonly title: string;
  readonly act: string;
  readonly busy: boolean;
  /** Why it was not recorded, in words. */
  readonly refused: string | null;
  readonly mishap: Mishap | null;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The frame of what is added by hand at the counter: Ctrl+Enter records it, Esc leads back. */
export function EntryForm(props: EntryFormProps) {
  const press = onConfirm(() => props.onSave());
  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={props.title}
        onCancel={props.onCancel}
        foot={
          <div className={classes.foot}>
            {props.refused === null ? null : <Notice tone="danger">{props.refused}</Notice>}
            {props.mishap === null ? null : <FaultLine mishap={props.mishap} onRetry={props.onSave} />}
            <KeyButton cap="Ctrl+Enter" loading={props.busy} onClick={props.onSave}>
              {props.act}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>{props.children}</div>
      </Panel>
    </form>
  );
}

export interface EntryProps {
  readonly memberId: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}
