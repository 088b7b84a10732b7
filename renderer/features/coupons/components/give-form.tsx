import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../../lib/coupon-words';
import { money } from '../../../lib/format';
import type { Answered } from '../../../lib/rooms';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import type { RefusalFor } from '../../../lib/use-command';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Panel } from '../../../ui/panel';
import { useGiveCoupon, useHandTemplates } from '../api';
import classes from './coupon-panel.module.css';

type Given = Answered<'coupons', 'giveByHand'>;
type Offer = Answered<'coupons', 'handTemplates'>;

interface GiveFormProps {
  readonly memberId: string;
  readonly onGiven: (coupon: Given) => void;
  readonly onCancel: () => void;
}

/** A coupon by hand: what is left of the day's allowance stands above the choice (S50, S80). */
export function GiveForm(props: GiveFormProps) {
  const { t } = useTranslation('coupons');
  return (
    <Awaited
      of={useHandTemplates()}
      skeleton={<Bones rows={4} height={56} />}
      isEmpty={({ templates }) => templates.length === 0}
      empty={
        <Panel title={t('give.title')} onCancel={props.onCancel}>
          <p className={classes.quiet}>{t('give.none')}</p>
        </Panel>
      }
    >
      {(offer) => <Choose {...props} offer={offer} />}
    </Awaited>
  );
}

function Choose({ memberId, offer, onGiven, onCancel }: GiveFormProps & { readonly offer: Offer }) {
  const { t } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const give = useGiveCoupon();
  const [templateId, setTemplateId] = useState(offer.templates[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const choice = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  useEffect(() => choice.current?.focus(), []);
  const { now } = give;

  const confirm = async () => {
    setAsked(true);
    if (reason.trim() === '') return reasonField.current?.focus();
    const end = await give.run({ memberId, templateId, reason });
    if (end.state === 'done') onGiven(end.value);
  };
  const press = onConfirm(() => void confirm());
  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={t('give.title')}
        onCancel={onCancel}
        foot={
          <div className={classes.foot}>
            <NotDone of={now} words={refusalWords} onRetry={() => void confirm()} />
            <KeyButton cap="Ctrl+Enter" onClick={() => void confirm()} loading={now.state === 'busy'}>
              {t('give.do')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>
          <p className={classes.quiet}>{allowanceWords(offer)}</p>
          <DigitChoice
            label={t('give.which')}
            stacked
            options={offer.templates.map(({ id, name, terms, lastDay }) => ({
              value: id,
              word: name,
              more: t('give.until', { terms: termsWords(terms, t), date: format.date(lastDay) }),
            }))}
            value={templateId}
            onChange={setTemplateId}
            onSettled={() => reasonField.current?.focus()}
            focusRef={choice}
          />
          <TextInput
            ref={reasonField}
            label={t('give.reason')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={asked && reason.trim() === '' ? t('refusal.reason_needed') : null}
          />
        </div>
      </Panel>
    </form>
  );

  function allowanceWords({ allowance }: Offer): string {
    if (allowance === null) return t('give.unlimited');
    const { limit, used } = allowance;
    const left = money(Math.max(0, limit - used));
    return t('give.allowance', { left, limit: money(limit), used: money(used) });
  }

  function refusalWords(refusal: RefusalFor<'coupons', 'giveByHand'>): string {
    switch (refusal.code) {
      case 'template_over':
        return t('refusal.template_over', { date: format.date(refusal.params.lastDay) });
      case 'above_allowance': {
        const { limit, used, worth } = refusal.params;
        return t('refusal.above_allowance', { limit: money(limit), used: money(used), worth: money(worth) });
      }
      default:
        return t(`refusal.${refusal.code}`);
    }
  }
}
