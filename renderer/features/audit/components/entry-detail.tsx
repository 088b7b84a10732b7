import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useActWords } from '../../../lib/use-act-words';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Notice } from '../../../ui/notice';
import { type Entry, useEntry } from '../api';
import { changeRows } from '../change-rows';
import { useStaffWords, useSubjectWords } from '../use-words';
import classes from './audit.module.css';
import { ChangeTable } from './change-table';

interface EntryDetailProps {
  readonly seq: number;
  /** Opens a member's card; absent where it is open already. */
  readonly onMember?: (memberId: string) => void;
}

/** One entry with everything it says, in plain words. */
export function EntryDetail({ seq, onMember }: EntryDetailProps) {
  const { t } = useTranslation('audit');
  const entry = useEntry(seq);
  return (
    <Awaited
      of={entry}
      skeleton={<Bones rows={6} height={36} />}
      isEmpty={(data) => data === null}
      empty={<Notice tone="danger">{t('gone')}</Notice>}
    >
      {(data) =>
        data === null ? null : <Told entry={data} {...(onMember === undefined ? {} : { onMember })} />
      }
    </Awaited>
  );
}

function Told({ entry, onMember }: { readonly entry: Entry } & Pick<EntryDetailProps, 'onMember'>) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const actWords = useActWords();
  const staffWords = useStaffWords();
  const subjectWords = useSubjectWords();
  const reasons = entry.notes.flatMap(({ why }) => (why === null || why === '' ? [] : [why]));
  return (
    <article className={classes.entry} aria-label={actWords(entry.act)}>
      <h2 className={classes.title}>{actWords(entry.act)}</h2>
      {entry.intact ? null : <Notice tone="danger">{t('notIntact')}</Notice>}
      {entry.afterClose ? <Notice tone="mind">{t('afterCloseAbout')}</Notice> : null}
      <dl className={`${classes.facts} numbers`}>
        <dt>{t('fact.at')}</dt>
        <dd>{format.dateTime(entry.at)}</dd>
        <dt>{t('fact.who')}</dt>
        <dd>{staffWords(entry.staff)}</dd>
        {entry.approver === null ? null : (
          <>
            <dt>{t('fact.approver')}</dt>
            <dd>{entry.approver.name}</dd>
          </>
        )}
        {entry.subjects.length === 0 ? null : (
          <>
            <dt>{t('fact.about')}</dt>
            <dd>
              {entry.subjects.map((subject) =>
                subject.kind === 'member' && onMember !== undefined ? (
                  <button
                    key={subject.id}
                    type="button"
                    className={classes.link}
                    onClick={() => onMember(subject.id)}
                  >
                    {subjectWords(subject)}
                  </button>
                ) : (
                  <span key={`${subject.kind}${subject.id}`} className={classes.subject}>
                    {subjectWords(subject)}
                  </span>
                ),
              )}
            </dd>
          </>
        )}
        <dt>{t('fact.why')}</dt>
        <dd data-selectable="">{reasons.length === 0 ? t('noReason') : reasons.join(' · ')}</dd>
        <dt>{t('fact.day')}</dt>
        <dd>{format.date(entry.businessDate)}</dd>
      </dl>
      <Changes entry={entry} />
      <p className={classes.seal}>
        {t('seal', { seq: whole(entry.seq), hash: entry.hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ') })}
      </p>
    </article>
  );
}

function Changes({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('audit');
  const { personal } = entry;
  const rows = [
    ...(personal.state === 'kept' ? changeRows(personal.before, personal.after) : []),
    ...entry.notes.flatMap(({ before, after }) => changeRows(before ?? undefined, after ?? undefined)),
  ];
  return (
    <>
      {personal.state === 'erased' ? <Notice tone="quiet">{t('erased')}</Notice> : null}
      {rows.length > 0 ? <ChangeTable rows={rows} ofRules={entry.act === 'settings.changeRules'} /> : null}
    </>
  );
}
