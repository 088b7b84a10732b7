import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type ShopEvent, useGuests } from '../api';
import { CancelForm } from './cancel-form';
import classes from './events.module.css';
import { GuestTable } from './guest-table';
import { InviteForm } from './invite-form';

interface EventViewProps {
  readonly event: ShopEvent;
  readonly doing: 'plan' | 'invite' | 'cancel' | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  /** Where only one column is shown: back to the list. */
  readonly onBack: () => void;
}

/** One event: when and where, how many said what, and its guests. */
export function EventView({ event, doing, onDone, onCancel, onBack }: EventViewProps) {
  const { t } = useTranslation('invitations');
  const format = useFormat();
  const guests = useGuests(event.id);
  const [invited, setInvited] = useState<number | null>(null);
  const facts = [
    t(`kind.${event.kind}`),
    format.date(event.heldOn),
    ...(event.startsAt === null ? [] : [clockWords(event.startsAt)]),
    ...(event.place === '' ? [] : [event.place]),
    event.places === null ? t('view.anyPlaces') : t('view.places', { count: event.places }),
  ];
  return (
    <article className={classes.event} aria-label={event.name}>
      <header className={classes.head}>
        <h2 className={classes.title}>{event.name}</h2>
        {event.state === 'cancelled' ? <span className={classes.state}>{t('cancelled')}</span> : null}
        <KeyButton cap="Esc" variant="default" size="compact-sm" className={classes.back} onClick={onBack}>
          {t('view.back')}
        </KeyButton>
      </header>
      <p className={`${classes.facts} numbers`}>{facts.join(' · ')}</p>
      {event.note === '' ? null : <p className={classes.note}>{event.note}</p>}
      <Counts guests={event.guests} />
      {invited === null ? null : <Notice tone="good">{t('invite.done', { count: invited })}</Notice>}
      {doing === 'invite' ? (
        <InviteForm
          eventId={event.id}
          onDone={(count) => {
            setInvited(count);
            onDone();
          }}
          onCancel={onCancel}
        />
      ) : null}
      {doing === 'cancel' ? <CancelForm event={event} onDone={onDone} onCancel={onCancel} /> : null}
      <Awaited
        of={guests}
        skeleton={<Bones rows={6} height={36} />}
        isEmpty={(all) => all.length === 0}
        empty={<p className="quiet">{t('view.nobody')}</p>}
      >
        {(all) => <GuestTable event={event} guests={all} />}
      </Awaited>
    </article>
  );
}

const SHOWN = ['coming', 'attended', 'invited', 'declined', 'absent'] as const;

function Counts({ guests }: { readonly guests: ShopEvent['guests'] }) {
  const { t } = useTranslation('invitations');
  return (
    <dl className={`${classes.counts} numbers`}>
      {SHOWN.map((state) => (
        <div key={state}>
          <dt>{t(`state.${state}`)}</dt>
          <dd>{whole(guests[state])}</dd>
        </div>
      ))}
    </dl>
  );
}
