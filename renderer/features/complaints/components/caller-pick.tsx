import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { isComposing } from '../../../lib/typing';
import { useCallers } from '../api';
import classes from './caller-pick.module.css';

/** Whom a complaint comes from, as far as it is a member. */
export interface Complainant {
  readonly id: string;
  readonly name: string;
}

interface CallerPickProps {
  readonly picked: Complainant | null;
  readonly onPick: (member: Complainant | null) => void;
  /** Settled, with or without somebody: on to the next field. */
  readonly onSettled: () => void;
  readonly fieldRef: Ref<HTMLInputElement>;
}

/** As many as a glance takes in; whoever is not among them is told by one more character. */
const SHOWN = 5;

/** Who is calling: found as at the counter, chosen by arrow and Enter. Left empty it is somebody without a record. */
export function CallerPick({ picked, onPick, onSettled, fieldRef }: CallerPickProps) {
  const { t } = useTranslation('complaints');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const asked = text.trim();
  const found = useCallers(asked).data?.rows ?? [];
  const rows = asked === '' ? [] : found.slice(0, SHOWN);
  const at = Math.min(active, rows.length - 1);

  const take = (row: Answered<'members', 'lookup'>['rows'][number]) => {
    onPick({ id: row.id, name: row.name });
    setText('');
    onSettled();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    if (event.key === 'ArrowDown') setActive(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter' && row !== undefined) take(row);
    else if (event.key === 'Enter' && asked === '') onSettled();
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (picked !== null)
    return (
      <div className={classes.picked}>
        <span className="quiet">{t('caller.label')}</span> <strong>{picked.name}</strong>
        <Button variant="default" size="compact-xs" onClick={() => onPick(null)}>
          {t('caller.other')}
        </Button>
      </div>
    );
  return (
    <div>
      <TextInput
        ref={fieldRef}
        role="combobox"
        onKeyDown={press}
        label={t('caller.label')}
        placeholder={t('caller.hint')}
        maxLength={64}
        autoComplete="off"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows[at] === undefined ? undefined : `${listId}-${at}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
      />
      <div id={listId} role="listbox" aria-label={t('caller.found')} className={classes.found}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus (aria-activedescendant)
          <div
            key={row.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.row}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(row)}
          >
            <span>{row.name}</span>
            <span className="quiet numbers">{row.phoneMasked === '' ? row.memberNo : row.phoneMasked}</span>
          </div>
        ))}
      </div>
      {asked !== '' && found.length === 0 ? <p className={classes.none}>{t('caller.none')}</p> : null}
    </div>
  );
}
