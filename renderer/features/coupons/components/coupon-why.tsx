import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../../lib/coupon-words';
import type { Answered } from '../../../lib/rooms';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { useCouponWhy } from '../api';
import { validWords } from '../words';
import classes from './coupon-why.module.css';

type Story = NonNullable<Answered<'coupons', 'why'>>;

/** Why a coupon stands as it does: its rule, and every step there was. */
export function CouponWhy({ couponId }: { readonly couponId: string }) {
  const { t } = useTranslation('coupons');
  return (
    <Awaited
      of={useCouponWhy(couponId)}
      skeleton={<Bones rows={6} height={28} />}
      isEmpty={(story) => story === null}
      empty={<p role="alert">{t('why.gone')}</p>}
    >
      {(story) => (story === null ? null : <Told story={story} />)}
    </Awaited>
  );
}

function Told({ story: { coupon, rule, reason, events } }: { readonly story: Story }) {
  const { t } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const facts: readonly [string, ReactNode][] = [
    [t('why.state'), t(`state.${coupon.stateToday}`)],
    [t('why.terms'), termsWords(coupon.terms, t)],
    [t('why.valid'), validWords(coupon, t, format)],
    [t('why.from'), t(`trigger.${coupon.trigger}`)],
    ...(reason === '' ? [] : [[t('why.reason'), reason] as [string, ReactNode]]),
    [
      t('why.code'),
      <span key="code" data-selectable="">
        {coupon.code}
      </span>,
    ],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([word, value]) => (
          <Fragment key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={classes.quiet}>
        <RuleStamp {...rule} />
      </p>
      <h3 className={classes.head}>{t('why.events')}</h3>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={`${event.at}-${event.kind}`}>
            {t(`event.${event.kind}`)}
            {event.receiptNo === null ? null : ` · ${t('why.receipt', { no: event.receiptNo })}`}
            {event.reason === '' ? null : ` · ${event.reason}`}
            <span className={classes.quiet}>
              {format.dateTime(event.at)} · {event.staffName}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
