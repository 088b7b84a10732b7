import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { type Fact, factsLike } from '../facts';
import classes from './fact-picker.module.css';

interface FactPickerProps {
  readonly label: string;
  readonly onPick: (fact: Fact) => void;
  /** Esc with nothing typed; without one, Esc is left to the screen. */
  readonly onLeave?: () => true;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** What a condition can be about: found by typing, chosen by arrows and Enter, or read through by group. */
export function FactPicker({ label, onPick, onLeave, inputRef }: FactPickerProps) {
  const { t } = useTranslation('segments');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = factsLike(
    text,
    (fact) => t(`fact.${fact}`),
    (group) => t(`group.${group}`),
  );
  const flat = found.flatMap(({ facts }) => facts);
  const chosen = flat[at];
  // The list hangs below its field: what is scrolled goes far enough for all of it.
  useLayoutEffect(() => {
    if (open) list.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);
  useLayoutEffect(() => {
    if (open) list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [open, at]);

  const pick = (fact: Fact | undefined) => {
    if (fact === undefined) return;
    setText('');
    setAt(0);
    setOpen(false);
    onPick(fact);
  };
  const step = (by: number) => {
    if (open) setAt(Math.max(0, Math.min(flat.length - 1, at + by)));
    setOpen(true);
  };
  const close = () => {
    if (!open && text === '') return onLeave?.() ?? false;
    setOpen(false);
    setText('');
    return true;
  };
  const ACTS: Readonly<Record<string, () => unknown>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (open ? pick(chosen) : setOpen(true)),
    Escape: close,
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = ACTS[event.key];
    if (act === undefined || act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const idOf = (fact: Fact) => `${id}-${fact}`;
  return (
    <div className={classes.picker}>
      <TextInput
        ref={inputRef}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && chosen !== undefined ? idOf(chosen) : undefined}
        placeholder={label}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        autoComplete="off"
        maxLength={40}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {open ? (
        <div ref={list} className={classes.list} id={id} role="listbox" aria-label={t('builder.facts')}>
          {found.map(({ group, facts }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place within a listbox
            <div key={group} role="group" aria-label={t(`group.${group}`)} className={classes.group}>
              <div className={classes.groupWord} aria-hidden="true">
                {t(`group.${group}`)}
              </div>
              <div className={classes.facts}>
                {facts.map((fact) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys (aria-activedescendant)
                  <div
                    key={fact}
                    id={idOf(fact)}
                    role="option"
                    tabIndex={-1}
                    data-at={flat.indexOf(fact)}
                    aria-selected={fact === chosen}
                    className={classes.fact}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => pick(fact)}
                  >
                    {t(`fact.${fact}`)}
                  </div>
                ))}
              </div>
            </div>
          ))}
          {flat.length === 0 ? <p className={classes.none}>{t('builder.noFact', { text })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
