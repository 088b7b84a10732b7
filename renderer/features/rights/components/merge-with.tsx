import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/key-cap';
import { Panel } from '../../../ui/panel';
import { useOthers } from '../api';
import { MergeDialog } from './merge-dialog';
import classes from './rights.module.css';

/** As many as have a digit. */
const SHOWN = 9;

interface MergeWithProps {
  readonly memberId: string;
  readonly onMerged: (memberId: string) => void;
  readonly onBack: () => void;
}

/** The other record of the same person, by phone, name or number; a digit with Alt chooses it. */
export function MergeWith({ memberId, onMerged, onBack }: MergeWithProps) {
  const { t } = useTranslation('rights');
  const [text, setText] = useState('');
  const [otherId, setOtherId] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = useOthers(text.trim());
  const others = (text.trim() === '' ? [] : (found.data?.rows ?? []))
    .filter(({ id }) => id !== memberId)
    .slice(0, SHOWN);
  const press = (event: KeyboardEvent) => {
    const other = event.altKey
      ? others[Number(event.key) - 1]
      : event.key === 'Enter'
        ? others[0]
        : undefined;
    if (other === undefined || otherId !== null) return;
    event.preventDefault();
    setOtherId(other.id);
  };
  return (
    <Panel title={t('way.merge')} onCancel={onBack}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list, heard from the field */}
      <div className={classes.fields} onKeyDown={press}>
        <TextInput
          ref={field}
          label={t('merge.other')}
          description={t('merge.how')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul className={classes.list}>
          {others.map((other, at) => (
            <li key={other.id}>
              <button type="button" className={classes.other} onClick={() => setOtherId(other.id)}>
                <KeyCap>{`Alt+${at + 1}`}</KeyCap> {other.name} {other.phoneMasked} · {other.memberNo}
              </button>
            </li>
          ))}
        </ul>
        {text.trim() !== '' && found.isSuccess && others.length === 0 ? (
          <p className="quiet">{t('merge.nobody')}</p>
        ) : null}
      </div>
      {otherId === null ? null : (
        <MergeDialog
          oneId={memberId}
          otherId={otherId}
          onMerged={onMerged}
          onClose={() => {
            setOtherId(null);
            field.current?.focus();
          }}
        />
      )}
    </Panel>
  );
}
