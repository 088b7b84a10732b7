import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copy } from '../../../lib/copy';
import { useFunctionPress } from '../../../lib/use-function-press';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useGroupText } from '../api';
import classes from './lists.module.css';

/** The day's tasks for the staff's group in WeCom or DingTalk; phones are masked (S97). */
export function GroupText() {
  const { t } = useTranslation('care');
  return (
    <Awaited
      of={useGroupText()}
      skeleton={<Bones rows={3} height={32} />}
      isEmpty={({ text }) => text === ''}
      empty={<p className="quiet">{t('group.empty')}</p>}
    >
      {({ text }) => <Text text={text} />}
    </Awaited>
  );
}

function Text({ text }: { readonly text: string }) {
  const { t } = useTranslation('care');
  const [copied, setCopied] = useState<'copied' | 'not_copied' | null>(null);
  const press = async () => setCopied(await copy(text));
  useFunctionPress('F6', () => void press());
  return (
    <div className={classes.group}>
      <Textarea aria-label={t('group.title')} readOnly autosize minRows={3} maxRows={12} value={text} />
      <div className={classes.acts}>
        <KeyButton cap="F6" variant="default" onClick={() => void press()}>
          {t('group.copy')}
        </KeyButton>
        {copied === null ? null : (
          <Notice tone={copied === 'copied' ? 'good' : 'danger'}>{t(`group.${copied}`)}</Notice>
        )}
      </div>
    </div>
  );
}
