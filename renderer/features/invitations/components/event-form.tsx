import { EVENT_KINDS } from '@domain/invitations/event';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { isComposing } from '../../../lib/typing';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { usePlanEvent } from '../api';
import { BLANK_EVENT, type EventDraft, MOST_PLACES, readEvent, type WrongField } from '../event-draft';
import classes from './events.module.css';

interface EventFormProps {
  readonly onDone: (eventId: string) => void;
  readonly onCancel: () => void;
}

/** What, when, where, and for how many. */
export function EventForm({ onDone, onCancel }: EventFormProps) {
  const { t } = useTranslation('invitations');
  const format = useFormat();
  const [draft, setDraft] = useState<EventDraft>(BLANK_EVENT);
  const [wrong, setWrong] = useState<WrongField | null>(null);
  const name = useRef<HTMLInputElement>(null);
  const heldOn = useRef<HTMLInputElement>(null);
  const places = useRef<HTMLInputElement>(null);
  const plan = usePlanEvent();
  const { now } = plan;
  useEffect(() => name.current?.focus(), []);
  const put = (part: Partial<EventDraft>) => {
    setDraft((last) => ({ ...last, ...part }));
    setWrong(null);
  };
  const save = async () => {
    const read = readEvent(draft);
    if (typeof read === 'string') {
      setWrong(read);
      return { name, heldOn, places }[read].current?.focus();
    }
    const end = await plan.run(read);
    if (end.state === 'done') onDone(end.value.eventId);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={classes.form}
      aria-label={t('form.title')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 className={classes.title}>{t('form.title')}</h2>
      <TextInput
        ref={name}
        label={t('form.name')}
        placeholder={t('form.nameHint')}
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
        error={wrong === 'name' ? t('form.nameNeeded') : null}
      />
      <NativeSelect
        label={t('form.kind')}
        value={draft.kind}
        data={EVENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const kind = EVENT_KINDS.find((each) => each === value);
          if (kind !== undefined) put({ kind });
        }}
      />
      <div className={classes.pair}>
        <TextInput
          ref={heldOn}
          type="date"
          label={t('form.heldOn')}
          min={format.today}
          value={draft.heldOn}
          onChange={(event) => put({ heldOn: event.currentTarget.value })}
          error={wrong === 'heldOn' ? t('form.dayNeeded') : null}
        />
        <TextInput
          type="time"
          label={t('form.startsAt')}
          value={draft.startsAt}
          onChange={(event) => put({ startsAt: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('form.place')}
          maxLength={60}
          autoComplete="off"
          value={draft.place}
          onChange={(event) => put({ place: event.currentTarget.value })}
        />
        <TextInput
          ref={places}
          label={t('form.places')}
          placeholder={t('form.placesHint')}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          value={draft.places}
          onChange={(event) => put({ places: event.currentTarget.value })}
          error={wrong === 'places' ? t('form.placesWrong', { most: MOST_PLACES }) : null}
        />
      </div>
      <Textarea
        label={t('form.note')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={draft.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <NotDone of={now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={() => void save()} />
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={now.state === 'busy'} onClick={() => void save()}>
          {t('form.save')}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('cancel')}
        </KeyButton>
      </div>
    </form>
  );
}
