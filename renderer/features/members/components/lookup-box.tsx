import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { KeyCap } from '../../../ui/key-cap';
import type { Reading } from '../reading';
import classes from './lookup-box.module.css';

export type BoxMove = 'up' | 'down' | 'first' | 'last';

interface LookupBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly text: string;
  readonly readAs: Reading;
  /** A sentence instead of the reading: why the box was emptied. */
  readonly refusal: string | null;
  /** What Enter and Esc would do now, in a word. */
  readonly enterWord: string | null;
  readonly escWord: string | null;
  /** Null while no list is drawn. */
  readonly listId: string | null;
  readonly activeId: string | null;
  readonly onText: (text: string, at: number) => void;
  readonly onMove: (move: BoxMove) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

const MOVES: Readonly<Record<string, BoxMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'first',
  PageDown: 'last',
};

/** The one box: reads everything, and says how it read it. */
export function LookupBox(props: LookupBoxProps) {
  const { t } = useTranslation('members');
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return; // this key belongs to the input method
    const move = MOVES[event.key];
    if (move !== undefined) props.onMove(move);
    else if (event.key === 'Enter') props.onEnter();
    else if (event.key === 'Escape') props.onEscape();
    else return;
    event.preventDefault();
  };
  return (
    <search className={classes.box}>
      <IconSearch size={20} stroke={1.8} aria-hidden="true" className={classes.glass} />
      <input
        ref={props.ref}
        className={classes.input}
        data-lookup-box=""
        role="combobox"
        aria-label={t('box.label')}
        aria-expanded={props.listId !== null}
        aria-controls={props.listId ?? undefined}
        aria-autocomplete="list"
        aria-activedescendant={props.activeId ?? undefined}
        placeholder={t('box.placeholder')}
        value={props.text}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the box is where every act begins, and the screen has no other start
        autoFocus
        onChange={(event) => props.onText(event.currentTarget.value, event.nativeEvent.timeStamp)}
        onKeyDown={press}
      />
      <span className={classes.reading} role="status">
        {props.refusal !== null ? <span className={classes.refusal}>{props.refusal}</span> : null}
        {props.refusal === null && props.readAs !== 'nothing'
          ? t('box.readAs', { as: t(`readAs.${props.readAs}`) })
          : null}
      </span>
      <span className={classes.keys} aria-hidden="true">
        {props.enterWord === null ? null : (
          <span>
            <KeyCap>Enter</KeyCap> {props.enterWord}
          </span>
        )}
        {props.escWord === null ? null : (
          <span>
            <KeyCap>Esc</KeyCap> {props.escWord}
          </span>
        )}
      </span>
    </search>
  );
}
