import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../ui/key-cap';
import classes from './help.module.css';
import { KEY_MAP } from './key-map';
import type { KeyInSight } from './keys-in-sight';

interface Line {
  readonly word: string;
  readonly caps: readonly string[];
}
interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Found by its word, or by its key: `alt z`, `ctrl+f`. */
const fits = ({ word, caps }: Line, sought: string): boolean =>
  folded(word).includes(sought) ||
  folded(caps.join('+')).replaceAll('+', '').includes(sought.replaceAll('+', ''));

/** The keys of the screen beneath, then those that hold everywhere; typing looks for one. */
export function KeyCard({ here }: { readonly here: readonly KeyInSight[] }) {
  const { t } = useTranslation('common');
  const [text, setText] = useState('');
  const sought = folded(text);
  const groups: readonly Group[] = [
    { title: t('keys.here'), lines: here.map(({ cap, word }) => ({ word, caps: [cap] })) },
    ...KEY_MAP.map(({ title, rows }) => ({
      title: t(title),
      lines: rows.map(([word, caps]) => ({ word: t(word), caps })),
    })),
  ];
  const found = groups
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => fits(line, sought)) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <TextInput
        className={classes.search}
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={40}
        autoComplete="off"
        data-autofocus
      />
      {found.length === 0 ? (
        <p role="status">{t('help.noKey')}</p>
      ) : (
        <div className={classes.card}>
          {found.map(({ title, lines }) => (
            <KeyGroup key={title} title={title} lines={lines} />
          ))}
        </div>
      )}
    </>
  );
}

function KeyGroup({ title, lines }: Group) {
  return (
    <section aria-label={title}>
      <h3 className={classes.group}>{title}</h3>
      <dl className={classes.rows}>
        {lines.map(({ word, caps }) => (
          <div key={`${caps.join('+')} ${word}`} className={classes.row}>
            <dt className={classes.caps}>
              {caps.map((cap) => (
                <KeyCap key={cap} spoken>
                  {cap}
                </KeyCap>
              ))}
            </dt>
            <dd className={classes.word}>{word}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
