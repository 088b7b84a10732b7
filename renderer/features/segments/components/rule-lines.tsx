import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { isComposing } from '../../../lib/typing';
import { useTelling } from '../../../lib/use-segment-words';
import { KeyButton } from '../../../ui/key-button';
import { useVocabulary } from '../api';
import { add, type Draft, drop, hasRoom, put, type ReadDraft } from '../draft';
import type { Fact } from '../facts';
import { ConditionRow } from './condition-row';
import { FactPicker } from './fact-picker';
import classes from './rule-lines.module.css';

interface RuleLinesProps {
  readonly draft: Draft;
  readonly flaws: ReadDraft['flaws'];
  /** Somebody wanted to keep it as it is. */
  readonly asked: boolean;
  readonly onChange: (draft: Draft) => void;
  /** The field that adds a condition; whoever shows the lines gives it the focus by a key. */
  readonly picker: React.RefObject<HTMLInputElement | null>;
}

/** Where the next condition goes: a line of its own, or another way of a line. */
type Target = number | null;

/**
 * Lines that must all hold, each of one or several ways. Enter goes from what was typed to the next
 * condition, so a rule is put together without leaving the keys.
 */
export function RuleLines({ draft, flaws, asked, onChange, picker }: RuleLinesProps) {
  const { t } = useTranslation('segments');
  const { today } = useFormat();
  const telling = useTelling();
  const vocabulary = useVocabulary().data;
  const [target, setTarget] = useState<Target>(null);
  const lines = useRef<HTMLDivElement>(null);
  const [aim, setAim] = useState<number | 'picker' | null>('picker');
  const orPicker = useRef<HTMLInputElement>(null);

  // To a field that the same keystroke has drawn.
  useEffect(() => {
    if (aim === null) return;
    setAim(null);
    const place = lines.current?.querySelector<HTMLElement>(`[data-place="${aim}"]`);
    const field = place?.querySelector<HTMLElement>('input, select') ?? place?.querySelector('button');
    (field ?? orPicker.current ?? picker.current)?.focus();
  }, [aim, picker]);

  const pick = (lineId: Target) => (fact: Fact) => {
    const added = add(draft, fact, lineId, Number(today.slice(5, 7)));
    onChange(added.draft);
    setTarget(null);
    setAim(added.placeId);
  };
  const dropAt = (placeId: number) => {
    onChange(drop(draft, placeId));
    setAim('picker');
  };
  /** The line in which the keyboard is, or the last one. */
  const lineAt = (element: Element | null): Target =>
    Number(element?.closest<HTMLElement>('[data-line]')?.dataset.line ?? Number.NaN) ||
    (draft.lines.at(-1)?.id ?? null);
  const addWay = (lineId: Target) => {
    if (!hasRoom(draft, lineId)) return;
    setTarget(lineId);
    setAim('picker');
  };

  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented || !(event.target instanceof HTMLElement))
      return;
    const place = event.target.closest<HTMLElement>('[data-place]');
    if (event.altKey && event.code === 'KeyO' && draft.lines.length > 0) addWay(lineAt(event.target));
    else if (place === null) return;
    else if (event.altKey && event.code === 'KeyN') place.querySelector<HTMLElement>('[data-turn]')?.click();
    else if (event.altKey && event.key === 'Delete') dropAt(Number(place.dataset.place));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target.tagName !== 'BUTTON')
      setAim('picker');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys belong to whatever within has the focus
    <div className={classes.lines} ref={lines} onKeyDown={press}>
      {draft.lines.length === 0 ? <p className={classes.teach}>{t('builder.teach')}</p> : null}
      {draft.lines.map((line, index) => (
        <Fragment key={line.id}>
          {index === 0 ? null : <div className={classes.and}>{t('builder.and')}</div>}
          <div className={classes.line} data-line={line.id}>
            {line.any.map((place, at) => (
              <Fragment key={place.id}>
                {at === 0 ? null : <div className={classes.or}>{t('builder.or')}</div>}
                <ConditionRow
                  place={place}
                  flaw={flaws.get(place.id) ?? null}
                  asked={asked}
                  telling={telling}
                  vocabulary={vocabulary}
                  onChange={(typed) => onChange(put(draft, place.id, typed))}
                  onDrop={() => dropAt(place.id)}
                />
              </Fragment>
            ))}
            {target === line.id ? (
              <div className={classes.way}>
                <FactPicker
                  label={t('builder.addWay')}
                  inputRef={orPicker}
                  onPick={pick(line.id)}
                  onLeave={() => {
                    setTarget(null);
                    setAim(line.any.at(-1)?.id ?? 'picker');
                    return true;
                  }}
                />
              </div>
            ) : !hasRoom(draft, line.id) ? (
              <p className={classes.full}>{t('flaw.too_many_conditions')}</p>
            ) : (
              <KeyButton
                cap="Alt+O"
                className={classes.addWay}
                variant="subtle"
                size="compact-sm"
                onClick={() => addWay(line.id)}
              >
                {t('builder.orElse')}
              </KeyButton>
            )}
          </div>
        </Fragment>
      ))}
      {hasRoom(draft, null) ? (
        <FactPicker
          label={t(draft.lines.length === 0 ? 'builder.addFirst' : 'builder.addLine')}
          inputRef={picker}
          onPick={pick(null)}
        />
      ) : (
        <p className={classes.full}>{t('flaw.too_many_groups')}</p>
      )}
    </div>
  );
}
