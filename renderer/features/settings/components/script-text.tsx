import { SCRIPT_VARIABLES } from '@domain/care/script';
import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/store-context';
import classes from './scripts.module.css';
import { Buttons } from './section';

interface ScriptTextProps {
  readonly text: string;
  readonly error: string | null;
  readonly onChange: (text: string) => void;
}

/** The words, and the variables that can be put where the cursor stands. */
export function ScriptText({ text, error, onChange }: ScriptTextProps) {
  const { t } = useTranslation('settings');
  const spelling = useLocale() === 'en' ? 'en' : 'zh';
  const field = useRef<HTMLTextAreaElement>(null);
  /** Until somebody has put the cursor into the text it stands nowhere: what is inserted goes to the end. */
  const entered = useRef(false);
  const put = (name: string) => {
    const end = { selectionStart: text.length, selectionEnd: text.length };
    const { selectionStart, selectionEnd } = (entered.current ? field.current : null) ?? end;
    const variable = `[${name}]`;
    onChange(`${text.slice(0, selectionStart)}${variable}${text.slice(selectionEnd)}`);
    const at = selectionStart + variable.length;
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  return (
    <>
      <Textarea
        ref={field}
        onFocus={() => {
          entered.current = true;
        }}
        label={t('scripts.text')}
        maxLength={1000}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <fieldset className={classes.variables}>
        <legend>{t('scripts.variables')}</legend>
        <Buttons>
          {SCRIPT_VARIABLES.map((variable) => (
            <Button
              key={variable.en}
              variant="default"
              size="compact-xs"
              onClick={() => put(variable[spelling])}
            >
              {variable[spelling]}
            </Button>
          ))}
        </Buttons>
      </fieldset>
    </>
  );
}
