import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../../lib/typing';
import type { Settled } from '../../../../lib/use-command';
import { KeyButton } from '../../../../ui/key-button';
import { NotDone } from '../../../../ui/not-done';
import { type ComplaintRefusal, useRefusalWords } from '../../refusal-words';
import type { Step } from '../../steps';
import classes from './step-frame.module.css';

/** What every step is given: whose it is, and where it leads. */
export interface StepProps {
  readonly complaintId: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface StepFrameProps {
  readonly step: Step;
  readonly now: Settled<unknown, ComplaintRefusal>;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  /** What the step brings with it, said beside its button. */
  readonly effect?: string;
  readonly children: ReactNode;
}

/** One step of a complaint: its fields, why it did not work, and Ctrl+Enter. The first field takes the focus. */
export function StepFrame({ step, now, onSend, onCancel, effect, children }: StepFrameProps) {
  const { t } = useTranslation('complaints');
  const wordsOf = useRefusalWords();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <section ref={frame} className={classes.form} aria-label={t(`step.${step}`)} onKeyDown={press}>
      {children}
      <NotDone of={now} words={wordsOf} onRetry={onSend} />
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={now.state === 'busy'} onClick={onSend}>
          {t(`step.send_${step}`)}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('step.cancel')}
        </KeyButton>
        {effect === undefined ? null : <span className="quiet">{effect}</span>}
      </div>
    </section>
  );
}
