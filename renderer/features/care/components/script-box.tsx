import { NativeSelect, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copy } from '../../../lib/copy';
import { spacedPhone } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { RefusalFor } from '../../../lib/use-command';
import { useFunctionPress } from '../../../lib/use-function-press';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type Contact, type Task, useContact } from '../api';
import { gapsIn } from '../gaps';
import { WAYS, type Way } from '../task-keys';
import { useHeldWords } from '../words';
import { OutcomeForm } from './outcome-form';
import classes from './task-view.module.css';

interface ScriptBoxProps {
  readonly task: Task;
  /** A contact is about to be recorded: it may use up the month, and with it the task's place in the list. */
  readonly onBegin: () => void;
  readonly onOutcome: (words: string) => void;
}

/** A contact of this very task that nobody has said the outcome of yet. */
const pendingOf = (task: Task): Contact | null =>
  task.contacts.find(
    ({ taskId, direction, outcomes }) => taskId === task.id && direction === 'out' && outcomes.length === 0,
  ) ?? null;

/** What to say, the ways to say it, and what came of it. A contact is recorded first, then the text is copied. */
export function ScriptBox({ task, onBegin, onOutcome }: ScriptBoxProps) {
  const { t } = useTranslation('care');
  const [scriptId, setScriptId] = useState<string | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const [copied, setCopied] = useState<'copied' | 'not_copied' | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [stopped, setStopped] = useState<'gaps' | 'empty' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const contact = useContact();
  const format = useFormat();
  const script = task.scripts.find((each) => each.scriptId === scriptId) ?? task.scripts[0] ?? null;
  const text = edited ?? script?.text ?? '';
  const gaps = gapsIn(text);
  const pending = pendingOf(task);
  const isHeld = task.held !== null;

  const begin = async (channel: Way) => {
    if (pending !== null || isHeld) return;
    const isText = channel !== 'phone';
    const wrong = !isText ? null : text.trim() === '' ? 'empty' : gaps.length > 0 ? 'gaps' : null;
    setStopped(wrong);
    if (wrong !== null) return field.current?.focus();
    onBegin();
    const content = script?.content ?? task.content;
    const end = await contact.run({ taskId: task.id, channel, content, text });
    if (end.state !== 'done') return;
    setBegun(end.value.contactId);
    if (isText) setCopied(await copy(text));
  };

  return (
    <section className={classes.script} aria-label={t('script.title')}>
      <div className={classes.scriptHead}>
        <h3 className={classes.label}>{t('script.title')}</h3>
        {task.scripts.length < 2 ? (
          <span className="quiet">{script?.name ?? t('script.none')}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t('script.choose')}
            value={script?.scriptId ?? ''}
            data={task.scripts.map(({ scriptId: value, name: label }) => ({ value, label }))}
            onChange={(event) => {
              setScriptId(event.currentTarget.value);
              setEdited(null);
              setStopped(null);
            }}
          />
        )}
      </div>
      <Textarea
        ref={field}
        aria-label={t('script.text')}
        minRows={2}
        maxRows={10}
        autosize
        maxLength={2000}
        value={text}
        error={stopped === null ? null : t(`script.stopped_${stopped}`)}
        onChange={(event) => {
          setEdited(event.currentTarget.value);
          setStopped(null);
        }}
      />
      {gaps.length === 0 ? null : (
        <p className={classes.gaps} role="status">
          {t('script.gaps', { count: gaps.length })}{' '}
          {gaps.map((gap) => (
            <mark key={gap} className={classes.gap}>
              {gap}
            </mark>
          ))}
        </p>
      )}
      {pending === null ? (
        <div className={classes.ways}>
          {WAYS.map(({ channel, key }) => (
            <WayButton
              key={channel}
              channel={channel}
              cap={key}
              disabled={isHeld || contact.now.state === 'busy'}
              onPress={() => void begin(channel)}
            />
          ))}
        </div>
      ) : null}
      {contact.now.state === 'refused' ? <Refused refusal={contact.now.refusal} /> : null}
      {contact.now.state === 'fault' ? <FaultLine mishap={contact.now.mishap} /> : null}
      {pending === null ? null : (
        <div className={classes.pending}>
          <p className={classes.now} role="status">
            {pendingWords(pending)}
          </p>
          {task.phone !== null && (pending.channel === 'phone' || pending.channel === 'sms') ? (
            <p className={classes.phone} data-selectable="">
              {spacedPhone(task.phone)}
            </p>
          ) : null}
          <OutcomeForm
            key={pending.id}
            contactId={pending.id}
            takesFocus={pending.id === begun}
            onDone={onOutcome}
          />
        </div>
      )}
    </section>
  );

  /** Just begun: what to do now. Begun earlier: that its outcome is still wanted. */
  function pendingWords({ id, channel, at }: Contact): string {
    const way = WAYS.find((each) => each.channel === channel);
    if (id !== begun || way === undefined)
      return t('contact.begun', { at: format.dateTime(at), channel: t(`channel.${channel}`) });
    return t(copied === 'not_copied' ? 'contact.not_copied' : `contact.${way.channel}`);
  }
}

interface WayButtonProps {
  readonly channel: Way;
  readonly cap: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function WayButton({ channel, cap, disabled, onPress }: WayButtonProps) {
  const { t } = useTranslation('care');
  useFunctionPress(cap, () => {
    if (!disabled) onPress();
  });
  return (
    <KeyButton
      cap={cap}
      variant={channel === 'phone' ? 'filled' : 'default'}
      disabled={disabled}
      onClick={onPress}
    >
      {t(`way.${channel}`)}
    </KeyButton>
  );
}

function Refused({ refusal }: { readonly refusal: RefusalFor<'care', 'contact'> }) {
  const { t } = useTranslation('care');
  const held = useHeldWords();
  switch (refusal.code) {
    case 'held_back':
      return <Notice tone="danger">{t('refusal.held_back', { why: held(refusal.params) })}</Notice>;
    case 'not_open':
      return (
        <Notice tone="danger">{t('refusal.not_open', { state: t(`state.${refusal.params.state}`) })}</Notice>
      );
    default:
      return <Notice tone="danger">{t(`refusal.${refusal.code}`)}</Notice>;
  }
}
