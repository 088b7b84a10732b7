import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { type ShopEvent, useCancelEvent } from '../api';
import classes from './events.module.css';

interface CancelFormProps {
  readonly event: ShopEvent;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Calling an event off: what that does is said first, and Enter alone does nothing. */
export function CancelForm({ event, onDone, onCancel }: CancelFormProps) {
  const { t } = useTranslation('invitations');
  const frame = useRef<HTMLFormElement>(null);
  const cancel = useCancelEvent();
  const { now } = cancel;
  useEffect(() => frame.current?.focus(), []);
  const run = async () => {
    const end = await cancel.run({ eventId: event.id });
    if (end.state === 'done') onDone();
  };
  const press = (key: KeyboardEvent) => {
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
      key.preventDefault();
      void run();
    } else if (key.key === 'Escape') {
      key.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      ref={frame}
      aria-label={t('off.title')}
      tabIndex={-1}
      className={classes.framed}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <p className={classes.note}>{t('off.about', { name: event.name })}</p>
      <NotDone of={now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={() => void run()} />
      <div className={classes.acts}>
        <KeyButton
          cap="Ctrl+Enter"
          color="red"
          variant="light"
          loading={now.state === 'busy'}
          onClick={() => void run()}
        >
          {t('off.do')}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('off.keep')}
        </KeyButton>
      </div>
    </form>
  );
}
