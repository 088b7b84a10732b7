import { useHotkeys } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useReasonWord } from '../../../lib/reason-words';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type Logged, useComplaint, useRules } from '../api';
import type { LogDraft } from '../log-draft';
import { DueTimes } from './due-times';
import classes from './log-form.module.css';
import { Photos, type PhotosHandle } from './photos';
import { CompensateStep } from './steps/compensate-step';

interface LoggedNoteProps {
  readonly logged: Logged;
  readonly draft: LogDraft;
  readonly ofMember: boolean;
  readonly onDone: () => void;
}

/** What has been recorded, what is owed to the customer until when, and how to make up for it at once (S80). */
export function LoggedNote({ logged, draft, ofMember, onDone }: LoggedNoteProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const reasons = useRules()?.complaints.reasons ?? [];
  const photos = useComplaint(logged.complaintId).data?.photos ?? [];
  const [giving, setGiving] = useState(false);
  const [given, setGiven] = useState<string | null>(null);
  const done = useRef<HTMLButtonElement>(null);
  const pictures = useRef<PhotosHandle>(null);
  // Back from the offer, and at the start: Enter ends it.
  useEffect(() => {
    if (!giving) done.current?.focus();
  }, [giving]);
  useHotkeys(
    [
      ['alt+G', () => setGiving(true)],
      ['alt+P', () => pictures.current?.choose()],
    ],
    [],
  );
  const reason = reasons.find(({ id }) => id === draft.reason);
  return (
    <Panel title={t('log.saved', { number: logged.number })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus */}
      <div
        className={classes.logged}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      >
        <div role="status" className={classes.owed}>
          <DueTimes responseAt={logged.responseDueAt} resolutionAt={logged.resolutionDueAt} />
          <p className={classes.note}>{t('guide.step3')}</p>
          {ofMember ? (
            <p className={`${classes.note} ${classes.watched}`}>
              <IconEye size={16} stroke={1.8} aria-hidden="true" /> {t('log.watched')}
            </p>
          ) : (
            <p className={`${classes.note} quiet`}>{t('log.saved_note_walk_in')}</p>
          )}
        </div>
        {given === null ? null : <Notice tone="good">{given}</Notice>}
        {giving ? (
          <CompensateStep
            complaintId={logged.complaintId}
            isMember={ofMember}
            reasonWord={reason === undefined ? '' : wordOf(reason.id, reason.name)}
            onGiven={({ worth, couponCode }) => {
              setGiven(
                couponCode === null
                  ? t('give.done', { worth: money(worth) })
                  : t('give.done_coupon', { worth: money(worth), code: couponCode }),
              );
              setGiving(false);
            }}
            onCancel={() => setGiving(false)}
          />
        ) : (
          <div className={classes.acts}>
            <KeyButton ref={done} cap="Enter" onClick={onDone}>
              {t('log.done')}
            </KeyButton>
            <KeyButton cap="Alt+G" variant="default" onClick={() => setGiving(true)}>
              {t('give.offer')}
            </KeyButton>
          </div>
        )}
        <Photos ref={pictures} complaintId={logged.complaintId} photos={photos} cap="Alt+P" />
      </div>
    </Panel>
  );
}
