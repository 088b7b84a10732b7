import { STAFF_NOTE_KINDS, type StaffNoteKind } from '@domain/surveys/staff-note';
import { Textarea } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaffHere } from '../../../lib/desk';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { type RankedStaff, useAddStaffNote } from '../api';
import classes from './ranking-part.module.css';

interface StaffNotesProps {
  readonly staff: RankedStaff;
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

/** Reward, training and penalty notes of one colleague (S87); a manager adds to them, nobody changes them. */
export function StaffNotes({ staff, noteRef }: StaffNotesProps) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const { role } = useStaffHere();
  return (
    <section className={classes.notes} aria-label={t('notes.title', { name: staff.name })}>
      <h2 className={classes.question}>{t('notes.title', { name: staff.name })}</h2>
      {staff.notes.length === 0 ? (
        <p className={classes.quiet}>{t('notes.none')}</p>
      ) : (
        <ul className={classes.list}>
          {staff.notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes are only ever added at the front, and hold no state
            <li key={index} className={classes.note}>
              <strong>{t(`notes.kind_${note.kind}`)}</strong> {note.note}
              <span className={classes.small}>
                {format.date(note.on)} · {note.by}
              </span>
            </li>
          ))}
        </ul>
      )}
      {role === 'cashier' ? (
        <p className={classes.quiet}>{t('notes.managers')}</p>
      ) : (
        <NoteForm staffId={staff.staffId} noteRef={noteRef} />
      )}
    </section>
  );
}

interface NoteFormProps {
  readonly staffId: string;
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

function NoteForm({ staffId, noteRef }: NoteFormProps) {
  const { t } = useTranslation('surveys');
  const add = useAddStaffNote();
  const [kind, setKind] = useState<StaffNoteKind>('reward');
  const [note, setNote] = useState('');
  const save = async () => {
    const end = await add.run({ aboutStaffId: staffId, kind, note });
    if (end.state === 'done') setNote('');
  };
  const press = onConfirm(() => void save());
  return (
    <form className={classes.notes} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Textarea
        ref={noteRef}
        label={t('notes.add')}
        placeholder={t('notes.hint')}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <DigitChoice
        label={t('notes.kind')}
        options={STAFF_NOTE_KINDS.map((value) => ({ value, word: t(`notes.kind_${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <NotDone of={add.now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={() => void save()} />
      <div>
        <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={add.now.state === 'busy'}>
          {t('notes.save')}
        </KeyButton>
      </div>
    </form>
  );
}
