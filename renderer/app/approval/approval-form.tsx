import type { ApprovalNeed } from '@contract/calling';
import type { StaffMember } from '@domain/staff/role';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../lib/cover';
import type { Person } from '../../lib/desk';
import { useAct } from '../../lib/use-command';
import { usePinEntry } from '../../lib/use-pin-entry';
import frame from '../../ui/cover-step.module.css';
import { FaultLine } from '../../ui/fault-line';
import { KeyButton } from '../../ui/key-button';
import { Notice } from '../../ui/notice';
import { PinField } from '../../ui/pin-field';
import classes from './approval.module.css';
import { ApprovalHead } from './approval-head';

interface ApprovalFormProps {
  readonly need: ApprovalNeed;
  /** Who could give it; at least one. */
  readonly people: readonly Person[];
  readonly here: StaffMember;
  /** False in a sample store without PINs: a nod is enough. */
  readonly withPin: boolean;
  readonly onAnswer: (approval: string | null) => void;
}

/** What it is for, whose PIN, the PIN; one Enter. */
export function ApprovalForm({ need, people, here, withPin, onAnswer }: ApprovalFormProps) {
  const { t } = useTranslation('staff');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ id }) => id === here.id),
    ),
  );
  const person = people[at];
  if (person === undefined) throw new Error('nobody can approve it');
  const move = (step: number) => setAt((at + step + people.length) % people.length);
  return (
    <div className={frame.step}>
      <ApprovalHead need={need} onBack={() => onAnswer(null)} />
      <WhosePin people={people} at={at} here={here} onTake={setAt} />
      <TypedPin
        key={person.id}
        need={need}
        person={person}
        withPin={withPin}
        onAnswer={onAnswer}
        onMove={people.length > 1 ? move : () => {}}
      />
      {people.length > 1 ? <p className="quiet">{t('approve.arrows')}</p> : null}
    </div>
  );
}

interface WhosePinProps {
  readonly people: readonly Person[];
  readonly at: number;
  readonly here: StaffMember;
  readonly onTake: (at: number) => void;
}

function WhosePin({ people, at, here, onTake }: WhosePinProps) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <div role="radiogroup" aria-label={t('approve.whose')} className={classes.people}>
      {people.map(({ id, name, role }, place) => (
        // biome-ignore lint/a11y/useSemanticElements: the arrows belong to the PIN field, which keeps the focus
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={place === at}
          tabIndex={-1}
          className={classes.person}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(place)}
        >
          {id === here.id ? t('approve.you', { name }) : name}{' '}
          <span className="quiet">{t(`common:role.${role}`)}</span>
        </button>
      ))}
    </div>
  );
}

interface TypedPinProps extends Pick<ApprovalFormProps, 'need' | 'withPin' | 'onAnswer'> {
  readonly person: Person;
  readonly onMove: (step: number) => void;
}

function TypedPin({ need, person, withPin, onAnswer, onMove }: TypedPinProps) {
  const { t } = useTranslation('staff');
  const approve = useAct('staff', 'approve');
  const lock = useAct('staff', 'lock');
  const give = async (pin: string | null) => {
    const { channel, role, another } = need;
    const end = await approve.run({ staffId: person.id, pin, channel, role, another });
    if (end.state === 'done') onAnswer(end.value.approval);
    return end;
  };
  const entry = usePinEntry({ of: person, send: give });
  const submit = () => (withPin ? entry.submit() : void give(null));
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onAnswer(null);
    // At once, here too; the lock itself answers no.
    else if (event.key === 'l' && (event.ctrlKey || event.metaKey)) void lock.run({});
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) submit();
    else if (step !== undefined) onMove(step);
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: entry.scanned });
  const refused = approve.now.state === 'refused' ? approve.now.refusal.code : null;
  return (
    <>
      {withPin ? (
        <PinField
          label={t('approve.pin_of', { name: person.name })}
          value={entry.pin}
          onChange={entry.type}
          disabled={entry.closed}
          error={entry.trouble}
          first
        />
      ) : (
        <p>{t('approve.sample')}</p>
      )}
      {refused === 'role_too_low' || refused === 'another_person' ? (
        <Notice tone="danger">{t(`approve.${refused}`)}</Notice>
      ) : null}
      {entry.mishap === null ? null : <FaultLine mishap={entry.mishap} />}
      <div className={frame.acts}>
        <KeyButton cap="Enter" loading={entry.busy} disabled={entry.closed} onClick={submit}>
          {t('approve.do')}
        </KeyButton>
      </div>
    </>
  );
}
