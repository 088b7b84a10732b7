import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { blankEvent, type EventDraft } from '../draft/events';
import { EXAMPLE_PAID, pointsOn } from '../examples';
import { useListFocus } from '../use-list-focus';
import { useEdit } from '../use-rules-edit';
import { useEventWords } from '../use-words';
import classes from './events-section.module.css';
import { Example } from './example';
import { Field } from './field';
import { Fields, Section } from './section';

/** Days on which points are multiplied; the best of all that apply counts. */
export function EventsSection() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const { today } = useFormat();
  const { list, focusSoon } = useListFocus();
  const add = () => {
    put({ events: [...draft.events, blankEvent(today)] });
    focusSoon('fieldset:last-of-type input');
  };
  const remove = (id: string) => {
    put({ events: draft.events.filter((event) => event.id !== id) });
    focusSoon('[data-add]');
  };
  return (
    <Section
      title={t('events.title')}
      about={t('events.about')}
      example={draft.events.length === 0 ? null : <EventsExample />}
    >
      <div ref={list} className={classes.list}>
        {draft.events.length === 0 ? <p className="quiet">{t('events.none')}</p> : null}
        {draft.events.map((event, index) => (
          <EventFields key={event.id} event={event} index={index} onRemove={() => remove(event.id)} />
        ))}
        <Button data-add variant="default" size="compact-sm" onClick={add}>
          {t('events.add')}
        </Button>
      </div>
    </Section>
  );
}

interface EventFieldsProps {
  readonly event: EventDraft;
  readonly index: number;
  readonly onRemove: () => void;
}

function EventFields({ event, index, onRemove }: EventFieldsProps) {
  const { t } = useTranslation('settings');
  const { draft, put, problems } = useEdit();
  const field = (part: 'name' | 'from' | 'to' | 'multiplier') => (
    <Field
      label={t(`event.${part}`)}
      type={part === 'from' || part === 'to' ? 'date' : 'text'}
      width={part === 'name' ? 'words' : 'number'}
      maxLength={40}
      value={event[part]}
      problem={problems[`earnEvents.${index}.${part}`]}
      onChange={(text) =>
        put({ events: draft.events.map((one) => (one.id === event.id ? { ...one, [part]: text } : one)) })
      }
    />
  );
  return (
    <fieldset aria-label={event.name === '' ? t('events.new') : event.name} className={classes.event}>
      <Fields>
        {field('name')}
        {field('from')}
        {field('to')}
        {field('multiplier')}
      </Fields>
      <Button variant="default" size="compact-sm" onClick={onRemove}>
        {t('events.remove')}
      </Button>
    </fieldset>
  );
}

function EventsExample() {
  const { t } = useTranslation(['settings', 'common']);
  const { rules } = useEdit();
  const format = useFormat();
  const say = useEventWords();
  return (
    <Example of={['earnEvents.', 'tiers.rights.']}>
      {rules.earnEvents.map((event) => (
        <p key={event.name}>
          {t('example.event', {
            event: event.name,
            what: say(event),
            date: format.date(event.from),
            money: money(EXAMPLE_PAID),
            tier: t('common:tier.loyal'),
            points: whole(pointsOn(rules, 'loyal', event.from)),
          })}
        </p>
      ))}
    </Example>
  );
}
