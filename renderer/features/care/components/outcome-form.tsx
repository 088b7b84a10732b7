import { OUTCOMES, type Outcome } from '@domain/care/task';
import { isBusinessDate } from '@domain/units';
import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { isComposing } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { useRecordOutcome } from '../api';
import classes from './task-view.module.css';

interface OutcomeFormProps {
  readonly contactId: string;
  /** The contact was begun here and now: the next key is its outcome. */
  readonly takesFocus: boolean;
  /** Said in words, for the quiet line. */
  readonly onDone: (words: string) => void;
}

/** What came of a contact: one digit, and Ctrl+Enter; a note, the next step and its day where there are any. */
export function OutcomeForm({ contactId, takesFocus, onDone }: OutcomeFormProps) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [nextStep, setNextStep] = useState('');
  const [nextOn, setNextOn] = useState('');
  const [asked, setAsked] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const record = useRecordOutcome();
  useEffect(() => {
    if (takesFocus) choice.current?.focus();
  }, [takesFocus]);

  const save = async () => {
    if (outcome === null) {
      setAsked(true);
      return choice.current?.focus();
    }
    const next = outcome === 'not_sent' ? '' : nextStep;
    const on = outcome !== 'not_sent' && isBusinessDate(nextOn) ? nextOn : null;
    const end = await record.run({ contactId, outcome, note, nextStep: next, nextOn: on });
    if (end.state === 'done') onDone(t(`outcome.${outcome}`));
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  return (
    <form
      className={classes.form}
      data-outcome=""
      aria-label={t('outcome.title')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <DigitChoice
        label={t('outcome.title')}
        options={OUTCOMES.map((value) => ({ value, word: t(`outcome.${value}`) }))}
        value={outcome}
        onChange={(next) => {
          setOutcome(next);
          setAsked(false);
        }}
        onSettled={() => noteField.current?.focus()}
        focusRef={choice}
        error={asked && outcome === null ? t('outcome.needed') : null}
      />
      {outcome === null || outcome === 'reached' ? null : (
        <p className={`${classes.effect} quiet`}>{t(`outcome.effect_${outcome}`)}</p>
      )}
      <Textarea
        ref={noteField}
        label={t('outcome.note')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {outcome === 'not_sent' ? null : (
        <div className={classes.pair}>
          <TextInput
            label={t('outcome.nextStep')}
            maxLength={200}
            value={nextStep}
            onChange={(event) => setNextStep(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('outcome.nextOn')}
            min={format.today}
            value={nextOn}
            onChange={(event) => setNextOn(event.currentTarget.value)}
          />
        </div>
      )}
      <NotDone
        of={record.now}
        words={(refusal) => t(`refusal.${refusal.code}`)}
        onRetry={() => void save()}
      />
      <KeyButton
        cap="Ctrl+Enter"
        className={classes.do}
        loading={record.now.state === 'busy'}
        onClick={() => void save()}
      >
        {t('outcome.save')}
      </KeyButton>
    </form>
  );
}
