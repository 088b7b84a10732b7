import { GUEST_STATES, type GuestState } from '@domain/invitations/event';
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { TierMark } from '../../../ui/tier-mark';
import { useRowKeys } from '../../../ui/use-row-keys';
import { type Guest, type ShopEvent, useSetGuest } from '../api';
import classes from './events.module.css';

interface GuestTableProps {
  readonly event: ShopEvent;
  readonly guests: readonly Guest[];
}

/** More than these are found by name: a list of thousands helps nobody at the door. */
const MOST_SHOWN = 200;

/** The guests: one digit says what they answered, or that they came; the next row follows. */
export function GuestTable({ event, guests }: GuestTableProps) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const setGuest = useSetGuest();
  const { now } = setGuest;
  const wanted = text.trim().toLowerCase();
  const fitting = guests.filter(
    ({ name, memberNo, phoneMasked }) =>
      wanted === '' || [name, memberNo, phoneMasked].some((part) => part.toLowerCase().includes(wanted)),
  );
  const rows = fitting.slice(0, MOST_SHOWN);
  const found = rows.findIndex(({ memberId }) => memberId === picked);
  const at = rows.length === 0 ? -1 : Math.max(0, found);
  const pick = (row: number) => setPicked(rows[row]?.memberId ?? null);
  const keys = useRowKeys({ count: rows.length, at, onMove: pick });
  const isOff = event.state === 'cancelled';

  const set = async (state: GuestState) => {
    const guest = rows[at];
    if (guest === undefined || isOff) return;
    const end = await setGuest.run({ eventId: event.id, memberId: guest.memberId, state });
    if (end.state !== 'done') return;
    const next = Math.min(at + 1, rows.length - 1);
    pick(next);
    keys.list.current?.querySelectorAll('tr')[next]?.focus();
  };
  const press = (key: KeyboardEvent) => {
    const state =
      /^[1-5]$/.test(key.key) && !key.ctrlKey && !key.altKey && !key.metaKey
        ? GUEST_STATES[Number(key.key) - 1]
        : undefined;
    if (state === undefined) return keys.onKeyDown(key);
    key.preventDefault();
    void set(state);
  };
  return (
    <section aria-label={t('guests.title')} className={classes.guests}>
      <TextInput
        aria-label={t('guests.find')}
        placeholder={t('guests.find')}
        autoComplete="off"
        value={text}
        onChange={(change) => setText(change.currentTarget.value)}
        onKeyDown={(key) => {
          if (key.key === 'ArrowDown' || key.key === 'Enter') {
            key.preventDefault();
            keys.focus();
          } else if (key.key === 'Escape' && text !== '') {
            key.stopPropagation();
            setText('');
          }
        }}
      />
      <div className={classes.acts} role="toolbar" aria-label={t('guests.set')}>
        {GUEST_STATES.map((state, index) => (
          <KeyButton
            key={state}
            cap={String(index + 1)}
            size="compact-sm"
            variant={rows[at]?.state === state ? 'light' : 'default'}
            disabled={at < 0 || isOff}
            tabIndex={-1}
            onClick={() => void set(state)}
          >
            {t(`state.${state}`)}
          </KeyButton>
        ))}
      </div>
      <NotDone
        of={now}
        words={(refusal) =>
          refusal.code === 'event_full'
            ? t('refusal.event_full', { count: refusal.params.places })
            : t(`refusal.${refusal.code}`)
        }
      />
      {rows.length === 0 ? <p className="quiet">{t('guests.none')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid */}
      <table className={classes.table} role="grid" aria-label={t('guests.title')}>
        <tbody ref={keys.list} onKeyDown={press}>
          {rows.map((guest, index) => (
            <tr
              key={guest.memberId}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onClick={() => pick(index)}
            >
              <th scope="row">
                {guest.name || guest.memberNo} <TierMark tier={guest.tier} />
              </th>
              <td className="quiet numbers">{guest.phoneMasked}</td>
              <td data-state={guest.state}>{t(`state.${guest.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fitting.length > rows.length ? (
        <p className="quiet">{t('guests.more', { count: fitting.length - rows.length })}</p>
      ) : null}
    </section>
  );
}
