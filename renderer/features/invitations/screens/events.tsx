import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirst } from '../../../lib/focus-first';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import panes from '../../../ui/list-and-detail.module.css';
import { RowList } from '../../../ui/row-list';
import { type ShopEvent, useEvents, type Which } from '../api';
import { EventForm } from '../components/event-form';
import { EventView } from '../components/event-view';
import classes from './events.module.css';

const WHICH = ['coming', 'past'] as const satisfies readonly Which[];

/** Tastings, workshops, maintenance days: planned here, invited to, and ticked off at the door (S47, S53). */
export function Events() {
  const { t } = useTranslation('invitations');
  const format = useFormat();
  const [which, setWhich] = useState<Which>('coming');
  const [picked, setPicked] = useState<string | null>(null);
  const [doing, setDoing] = useState<'plan' | 'invite' | 'cancel' | null>(null);
  const [inFront, setInFront] = useState(false);
  const events = useEvents(which);
  const list = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const chosen = events.data?.find(({ id }) => id === picked) ?? events.data?.[0] ?? null;
  const isRunning = chosen !== null && chosen.state === 'planned' && chosen.heldOn >= format.today;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there
  useEffect(() => list.current?.focus(), [events.data !== undefined]);

  const back = () => {
    setDoing(null);
    setInFront(false);
    requestAnimationFrame(() => list.current?.focus());
  };
  const plan = () => {
    setDoing('plan');
    setInFront(true);
  };
  const open = (event: ShopEvent) => {
    setPicked(event.id);
    setDoing(null);
    setInFront(true);
    requestAnimationFrame(() =>
      (side.current?.querySelector<HTMLElement>('tr[tabindex="0"]') ?? side.current)?.focus(),
    );
  };
  useFunctionKeys([
    { key: 'F6', word: t('key.plan'), run: plan, active: doing === 'plan' },
    {
      key: 'F7',
      word: t('key.invite'),
      run: () => {
        setDoing('invite');
        setInFront(true);
      },
      disabled: !isRunning,
      active: doing === 'invite',
    },
    {
      key: 'F9',
      word: t('key.cancel'),
      run: () => {
        setDoing('cancel');
        setInFront(true);
      },
      disabled: !isRunning,
      active: doing === 'cancel',
    },
  ]);
  return (
    <section
      className={panes.both}
      aria-label={t('title')}
      data-in-front={inFront || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') back();
      }}
    >
      <div className={panes.list}>
        <div className={classes.tools}>
          <SegmentedControl<Which>
            aria-label={t('which')}
            transitionDuration={0}
            value={which}
            onChange={(next) => {
              setWhich(next);
              setPicked(null);
              setDoing(null);
            }}
            data={WHICH.map((value) => ({ value, label: t(`list.${value}`) }))}
          />
        </div>
        <Awaited
          of={events}
          skeleton={<Bones rows={5} height={36} />}
          isEmpty={(all) => all.length === 0}
          empty={
            <div className={classes.empty}>
              <p>{t(`list.empty_${which}`)}</p>
              {which === 'coming' ? (
                <KeyButton cap="F6" variant="default" onClick={plan}>
                  {t('key.plan')}
                </KeyButton>
              ) : null}
            </div>
          }
        >
          {(all) => (
            <div className={classes.rows}>
              <RowList
                ref={list}
                label={t('title')}
                rows={all}
                idOf={({ id }) => id}
                openId={chosen?.id ?? null}
                onOpen={open}
              >
                {(event) => (
                  <span className={classes.row} data-cancelled={event.state === 'cancelled' || undefined}>
                    <span className={classes.day}>{format.date(event.heldOn)}</span>
                    <span className={classes.name}>{event.name}</span>
                    <span className="quiet">
                      {event.state === 'cancelled'
                        ? t('cancelled')
                        : t('list.guests', { coming: event.guests.coming + event.guests.attended })}
                    </span>
                  </span>
                )}
              </RowList>
            </div>
          )}
        </Awaited>
      </div>
      <div className={panes.detail} ref={side} tabIndex={-1}>
        {doing === 'plan' ? (
          <EventForm
            onDone={(eventId) => {
              setWhich('coming');
              setPicked(eventId);
              setDoing('invite');
            }}
            onCancel={back}
          />
        ) : chosen === null ? null : (
          <EventView
            key={chosen.id}
            event={chosen}
            doing={doing}
            onDone={() => setDoing(null)}
            onCancel={() => {
              setDoing(null);
              focusFirst(list.current, side.current);
            }}
            onBack={back}
          />
        )}
      </div>
    </section>
  );
}
