import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type Card, type HeadOfficeSettings, useSetUp } from '../api';
import classes from './head-office.module.css';
import { AT_FIRST, lacksReason, SettingsFields } from './settings-fields';
import { TakeCard } from './take-card';
import { Trouble } from './trouble';

interface SetUpProps {
  /** As they stand, where another card is taken. */
  readonly settings?: HeadOfficeSettings;
  readonly onDone?: () => void;
}

/** From head office's card to a store that can report: the card, the check by telephone, the calendar. */
export function SetUp({ settings = AT_FIRST, onDone }: SetUpProps) {
  const [card, setCard] = useState<Card | null>(null);
  return card === null ? (
    <TakeCard onCard={setCard} {...(onDone === undefined ? {} : { onCancel: onDone })} />
  ) : (
    <Confirm card={card} settings={settings} onBack={() => setCard(null)} onDone={onDone} />
  );
}

interface ConfirmProps {
  readonly card: Card;
  readonly settings: HeadOfficeSettings;
  readonly onBack: () => void;
  readonly onDone: (() => void) | undefined;
}

function Confirm({ card, settings, onBack, onDone }: ConfirmProps) {
  const { t } = useTranslation('headOffice');
  const [draft, setDraft] = useState(settings);
  const [tried, setTried] = useState(false);
  const setUp = useSetUp();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = async () => {
    setTried(true);
    if (lacksReason(draft)) return;
    const end = await setUp.run({ ...draft, card: card.text });
    if (end.state === 'done') onDone?.();
  };
  return (
    <section
      className={classes.page}
      aria-labelledby="head-office-card"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onBack();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        else return;
        event.preventDefault();
      }}
    >
      <h2 id="head-office-card" className={classes.big}>
        {card.name}
      </h2>
      <p className={classes.label}>{t('card.fingerprint')}</p>
      <p className={classes.fingerprint} data-selectable>
        {card.fingerprint}
      </p>
      <Notice tone="mind">{t('card.compare')}</Notice>
      <SettingsFields draft={draft} onDraft={setDraft} reasonMissing={tried} focusRef={first} />
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={setUp.now.state === 'busy'} onClick={() => void save()}>
          {t('card.take')}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onBack}>
          {t('card.other')}
        </KeyButton>
        <NeedsPin channel="headOffice.setUp" />
      </div>
      <Trouble of={setUp.now} />
    </section>
  );
}
