import { hotkeyOf, isHeldOnly } from '@domain/dock/hotkey';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { KeyCap } from '../../../ui/key-cap';
import { Notice } from '../../../ui/notice';
import { useSetHotkey } from '../api';
import classes from './dock-controls.module.css';

interface HotkeyChoiceProps {
  readonly hotkey: string;
  /** False while another program has it. */
  readonly heard: boolean;
}

/** The key that calls Shuke: another one is chosen by pressing it. */
export function HotkeyChoice({ hotkey, heard }: HotkeyChoiceProps) {
  const { t } = useTranslation('dock');
  const set = useSetHotkey();
  const id = useId();
  const [waiting, setWaiting] = useState(false);
  /** What was pressed last: `null` for a key that no program may ask for. */
  const [asked, setAsked] = useState<string | null>(hotkey);

  const begin = () => {
    set.reset();
    setAsked(hotkey);
    setWaiting(true);
  };
  const press = (event: KeyboardEvent) => {
    if (!waiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation(); // a function key does what it does on this screen only when it is not being chosen
    if (isHeldOnly(event)) return;
    setWaiting(false);
    if (event.key === 'Escape') return;
    const pressed = hotkeyOf(event);
    setAsked(pressed);
    if (pressed !== null) void set.run({ hotkey: pressed });
  };
  const { now } = set;
  return (
    <div className={classes.choice}>
      <p className={classes.hotkey} id={id}>
        {t('hotkey.label')} <KeyCap spoken>{hotkey}</KeyCap>
      </p>
      <p className={classes.about}>{t('hotkey.about')}</p>
      <div className={classes.row}>
        <Button
          variant="default"
          aria-describedby={id}
          onClick={begin}
          onKeyDown={press}
          onBlur={() => setWaiting(false)}
        >
          {t(waiting ? 'hotkey.press' : 'hotkey.change')}
        </Button>
        {waiting ? <span className="quiet">{t('hotkey.cancel')}</span> : null}
        {heard ? null : (
          <Button variant="default" onClick={() => void set.run({ hotkey })}>
            {t('hotkey.again')}
          </Button>
        )}
      </div>
      {heard || now.state === 'refused' ? null : (
        <Notice tone="danger">{t('hotkey.notHeard', { hotkey })}</Notice>
      )}
      {asked === null ? <Notice tone="danger">{t('hotkey.unfit')}</Notice> : null}
      {now.state === 'refused' && asked !== null ? (
        <Notice tone="danger">{t(`hotkey.${now.refusal.code}`, { hotkey: asked })}</Notice>
      ) : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} /> : null}
    </div>
  );
}
