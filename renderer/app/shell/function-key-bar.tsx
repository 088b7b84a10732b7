import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../features/dock/components/form-button';
import { useKeyBar } from '../../lib/function-keys';
import { KeyCap } from '../../ui/key-cap';
import { openHelp, useHelp } from '../help/help-state';
import classes from './function-key-bar.module.css';

/** The keys of the screen, with what they do; also buttons, for whoever has a mouse or a finger. */
export function FunctionKeyBar() {
  const { t } = useTranslation('common');
  const keys = useKeyBar((bar) => bar.keys);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Those of this moment: a screen has its keys before the bar has drawn them.
      const pressed = useKeyBar.getState().keys.find(({ key }) => key === event.key);
      if (useHelp.getState().open) return;
      if (pressed === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault(); // F5 and F7 have meanings of the browser's own
      if (pressed.disabled !== true && !event.repeat) pressed.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <footer>
      <div className={classes.bar} role="toolbar" aria-label={t('functionKeys')}>
        {keys
          .filter(({ elsewhere }) => elsewhere !== true)
          .map(({ key, word, run, disabled, active }) => (
            <UnstyledButton
              key={key}
              className={classes.key}
              onClick={run}
              disabled={disabled ?? false}
              aria-keyshortcuts={key}
              aria-pressed={active ?? false}
              tabIndex={-1}
            >
              <KeyCap>{key}</KeyCap>
              {word}
            </UnstyledButton>
          ))}
        <FormButton className={`${classes.key} ${classes.form}`} />
        <UnstyledButton className={classes.key} onClick={openHelp} aria-keyshortcuts="?" tabIndex={-1}>
          <KeyCap>?</KeyCap>
          {t('help.word')}
        </UnstyledButton>
      </div>
    </footer>
  );
}
