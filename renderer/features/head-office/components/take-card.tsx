import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { KeyButton } from '../../../ui/key-button';
import { OnlyFor } from '../../../ui/only-for';
import { type Card, useReadCard } from '../api';
import classes from './head-office.module.css';
import { Trouble } from './trouble';

interface TakeCardProps {
  readonly onCard: (card: Card) => void;
  readonly onCancel?: () => void;
}

/** What a packet is, and the first step to it: the card that head office has handed out. */
export function TakeCard({ onCard, onCancel }: TakeCardProps) {
  const { t } = useTranslation('headOffice');
  return (
    <section
      className={classes.page}
      aria-labelledby="head-office-begin"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      <h2 id="head-office-begin" className={classes.big}>
        {t('begin.title')}
      </h2>
      <p className={classes.line}>{t('begin.what')}</p>
      <ol className={classes.steps}>
        <li>{t('begin.step_card')}</li>
        <li>{t('begin.step_sheet')}</li>
        <li>{t('begin.step_send')}</li>
      </ol>
      <p className={classes.line}>{t('begin.safe')}</p>
      <OnlyFor channel="headOffice.readCard" what={t('begin.card')}>
        <Take onCard={onCard} />
      </OnlyFor>
    </section>
  );
}

function Take({ onCard }: Pick<TakeCardProps, 'onCard'>) {
  const { t } = useTranslation('headOffice');
  const read = useReadCard();
  const [text, setText] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const take = async (pasted: string | null) => {
    const end = await read.run({ text: pasted });
    if (end.state === 'done' && end.value !== null) onCard(end.value);
  };
  const empty = text.trim() === '';
  useFunctionKeys([
    { key: 'F2', word: t('begin.file'), run: () => void take(null) },
    { key: 'F3', word: t('begin.use_text'), run: () => void take(text), disabled: empty },
  ]);
  return (
    <div className={classes.fields}>
      <div>
        <KeyButton cap="F2" ref={first} loading={read.now.state === 'busy'} onClick={() => void take(null)}>
          {t('begin.file')}
        </KeyButton>
      </div>
      <Textarea
        label={t('begin.text')}
        placeholder="{…}"
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <div>
        <KeyButton cap="F3" variant="default" disabled={empty} onClick={() => void take(text)}>
          {t('begin.use_text')}
        </KeyButton>
      </div>
      <Trouble of={read.now} />
    </div>
  );
}
