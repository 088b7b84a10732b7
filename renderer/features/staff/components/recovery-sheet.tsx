import { codeDigits } from '@domain/staff/recovery-code';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copy } from '../../../lib/copy';
import { useCoverKeys } from '../../../lib/cover';
import { fullDateWords } from '../../../lib/format';
import { useFormat, useLocale, useOpenStore } from '../../../lib/store-context';
import { Cover } from '../../../ui/cover';
import frame from '../../../ui/cover-step.module.css';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { PrintCopy } from '../../../ui/print-copy';
import classes from './recovery-sheet.module.css';

interface RecoverySheetProps {
  readonly code: string;
  readonly onKept: () => void;
}

/** The new recovery code: on paper, or copied; it goes only once its last group was typed from there. */
export function RecoverySheet({ code, onKept }: RecoverySheetProps) {
  const { t } = useTranslation('staff');
  return (
    <>
      <Cover label={t('code.title')} hides="all">
        <Keep code={code} onKept={onKept} />
      </Cover>
      <PrintCopy>
        <Paper code={code} />
      </PrintCopy>
    </>
  );
}

/** What shows that somebody has it on paper. */
const lastGroupOf = (code: string): string => code.split('-').at(-1) ?? code;

function Keep({ code, onKept }: RecoverySheetProps) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'not_copied' | null>(null);
  const submit = () => {
    if (codeDigits(typed) === lastGroupOf(code)) return onKept();
    setWrong(true);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'F2') window.print();
    else if (event.key === 'F3') void copy(code).then(setCopied);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) submit();
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: () => setTyped('') });
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>{t('code.title')}</h1>
      </header>
      <p>{t('code.what')}</p>
      <p className={classes.code} data-selectable>
        {code}
      </p>
      <div className={frame.acts}>
        <KeyButton cap="F2" variant="default" onClick={() => window.print()}>
          {t('code.print')}
        </KeyButton>
        <KeyButton cap="F3" variant="default" onClick={() => void copy(code).then(setCopied)}>
          {t('code.copy')}
        </KeyButton>
      </div>
      {copied === null ? null : (
        <Notice tone={copied === 'copied' ? 'mind' : 'danger'}>{t(`code.${copied}`)}</Notice>
      )}
      <p>{t('code.where')}</p>
      <TextInput
        label={t('code.confirm')}
        value={typed}
        error={wrong ? t('code.wrong') : null}
        autoComplete="off"
        spellCheck={false}
        data-cover-focus=""
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <div className={frame.acts}>
        <KeyButton cap="Enter" onClick={submit}>
          {t('code.kept')}
        </KeyButton>
      </div>
    </div>
  );
}

/** What lies in the drawer at home: of which shop it is, of when, and what it is for. */
function Paper({ code }: { readonly code: string }) {
  const { t } = useTranslation('staff');
  const store = useOpenStore();
  const locale = useLocale();
  const { today } = useFormat();
  return (
    <article className={classes.paper}>
      <h1>{t('code.paper_title', { store: store.name })}</h1>
      <p>{t('code.paper_made', { date: fullDateWords(today, locale) })}</p>
      <p className={classes.code}>{code}</p>
      <p>{t('code.paper_use')}</p>
      <p>{t('code.paper_keep')}</p>
    </article>
  );
}
