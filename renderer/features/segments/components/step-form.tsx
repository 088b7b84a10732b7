import type { KeyboardEvent, ReactNode } from 'react';
import type { Mishap } from '../../../lib/mishap';
import { isComposing } from '../../../lib/typing';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import classes from './step-form.module.css';

interface StepFormProps {
  readonly title: string;
  /** What the button says it does. */
  readonly act: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  /** Why it did not happen, in words. */
  readonly refused: string | null;
  readonly mishap: Mishap | null;
  /** What came of it, where one stays to read it. */
  readonly done?: ReactNode;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** What is done with a segment, in the place of its members: Ctrl+Enter does it, Esc leads back to them. */
export function StepForm(props: StepFormProps) {
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') props.onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onAct();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={props.title}
        onCancel={props.onCancel}
        foot={
          <div className={classes.foot}>
            {props.refused === null ? null : <Notice tone="danger">{props.refused}</Notice>}
            {props.mishap === null ? null : <FaultLine mishap={props.mishap} onRetry={props.onAct} />}
            {props.done}
            <KeyButton
              cap="Ctrl+Enter"
              className={classes.do}
              loading={props.busy}
              disabled={props.disabled === true}
              onClick={props.onAct}
            >
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
