import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { DueTimes } from './due-times';
import classes from './log-form.module.css';

interface LoggedNoteProps {
  readonly logged: Answered<'complaints', 'log'>;
  readonly ofMember: boolean;
  readonly onDone: () => void;
}

/** What has been recorded, and what is owed to the customer until when. */
export function LoggedNote({ logged, ofMember, onDone }: LoggedNoteProps) {
  const { t } = useTranslation('complaints');
  const title = t('log.saved', { number: logged.number });
  return (
    <Panel title={title}>
      <div
        className={classes.logged}
        role="status"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      >
        <DueTimes responseAt={logged.responseDueAt} resolutionAt={logged.resolutionDueAt} />
        <p className={classes.note}>{t('guide.step3')}</p>
        <p className={`${classes.note} quiet`}>{t(ofMember ? 'log.saved_note' : 'log.saved_note_walk_in')}</p>
        <KeyButton cap="Enter" onClick={onDone} autoFocus>
          {t('log.done')}
        </KeyButton>
      </div>
    </Panel>
  );
}
