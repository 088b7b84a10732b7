import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { KeyCap } from '../../../ui/key-cap';
import { useLookup } from '../api';
import classes from './events.module.css';

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface GuestFinderProps {
  readonly named: readonly Named[];
  readonly most: number;
  readonly onChange: (named: readonly Named[]) => void;
}

const SHOWN = 5;

/** Members by name or phone, found as at the counter: Enter adds the first, arrows another. */
export function GuestFinder({ named, most, onChange }: GuestFinderProps) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const { data } = useLookup(asked);
  const found =
    text.trim() === '' || named.length >= most
      ? []
      : (data?.rows ?? []).filter(({ id }) => !named.some((each) => each.id === id)).slice(0, SHOWN);
  const add = (row: (typeof found)[number] | undefined) => {
    if (row === undefined) return;
    onChange([...named, { id: row.id, name: row.name === '' ? row.phoneMasked : row.name }]);
    setText('');
    setAt(0);
  };
  return (
    <div>
      <TextInput
        label={t('invite.named')}
        placeholder={t('invite.namedHint')}
        autoComplete="off"
        maxLength={64}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            if (asked === text.trim()) add(found[at]);
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setAt(Math.max(0, Math.min(found.length - 1, at + step)));
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            event.stopPropagation();
            setText('');
          }
        }}
      />
      {found.length === 0 ? (
        asked !== '' && data !== undefined && data.rows.length === 0 ? (
          <p className={`${classes.note} quiet`}>{t('invite.notFound')}</p>
        ) : null
      ) : (
        <ul className={classes.found} aria-label={t('invite.found')}>
          {found.map((row, index) => (
            <li key={row.id}>
              <button
                type="button"
                tabIndex={-1}
                className={classes.foundRow}
                data-at={index === at || undefined}
                onClick={() => add(row)}
              >
                <span>
                  {row.name} <span className="quiet numbers">{row.phoneMasked}</span>
                </span>
                {index === at ? <KeyCap>Enter</KeyCap> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      {named.length === 0 ? null : (
        <ul className={classes.named}>
          {named.map((each) => (
            <li key={each.id}>
              {each.name}
              <CloseButton
                size="xs"
                aria-label={t('invite.remove', { name: each.name })}
                onClick={() => onChange(named.filter(({ id }) => id !== each.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
