import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import type { Contact } from '../api';
import classes from './contact-list.module.css';
import { OutcomeForm } from './outcome-form';

interface ContactListProps {
  readonly contacts: readonly Contact[];
  /** The task whose outcomes may be set right here. */
  readonly taskId?: string;
}

/** Every time somebody spoke to this member, or the member to the shop; newest first (S66). */
export function ContactList({ contacts, taskId }: ContactListProps) {
  const { t } = useTranslation('care');
  if (contacts.length === 0) return <p className={classes.none}>{t('contacts.none')}</p>;
  return (
    <ol className={classes.contacts} reversed>
      {contacts.map((contact) => (
        <Item key={contact.id} contact={contact} mayCorrect={contact.taskId === taskId} />
      ))}
    </ol>
  );
}

function Item({ contact, mayCorrect }: { readonly contact: Contact; readonly mayCorrect: boolean }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const last = contact.outcomes.at(-1);
  const stands = last === undefined || last.outcome === 'not_sent';
  return (
    <li className={classes.contact}>
      <div className={classes.head}>
        <strong>{t(contact.direction === 'in' ? 'contacts.in' : `channel.${contact.channel}`)}</strong>
        {contact.direction === 'in' ? <span>{t(`channel.${contact.channel}`)}</span> : null}
        {contact.kind === null ? null : <span>{t(`kind.${contact.kind}`)}</span>}
        {last === undefined ? null : <span className={classes.outcome}>{t(`outcome.${last.outcome}`)}</span>}
        {contact.counted && last?.outcome !== 'not_sent' ? null : (
          <span className="quiet">{t('contacts.uncounted')}</span>
        )}
      </div>
      <p className={`${classes.by} numbers`}>
        {format.dateTime(contact.at)} · {contact.staffName}
      </p>
      {contact.wechatAdded ? <p className={classes.words}>{t('contacts.wechatAdded')}</p> : null}
      {contact.text === '' ? null : (
        <p className={classes.words} data-selectable="">
          {contact.text}
        </p>
      )}
      {last === undefined || last.note === '' ? null : (
        <p className={classes.words} data-selectable="">
          {t('contacts.note', { note: last.note })}
        </p>
      )}
      {last === undefined || (last.nextStep === '' && last.nextOn === null) ? null : (
        <p className={`${classes.words} numbers`}>
          {t('contacts.next', {
            step: [last.nextStep, last.nextOn === null ? '' : format.date(last.nextOn)]
              .filter((part) => part !== '')
              .join(' · '),
          })}
        </p>
      )}
      {!mayCorrect || stands ? null : correcting ? (
        <OutcomeForm contactId={contact.id} takesFocus onDone={() => setCorrecting(false)} />
      ) : (
        <button type="button" className={classes.correct} onClick={() => setCorrecting(true)}>
          {t('contacts.correct')}
        </button>
      )}
    </li>
  );
}
