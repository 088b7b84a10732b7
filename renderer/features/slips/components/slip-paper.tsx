import type { Slip } from '@contract/slips';
import type { Paper } from '@domain/slips/paper';
import { stepsToRead } from '@domain/slips/price-steps';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { change, fullDateWords, money, whole } from '../../../lib/format';
import { stepValue, stepWords } from '../../../lib/price-words';
import { fullSoldAtWords } from '../../../lib/sold-at';
import { useLocale, useOpenStore } from '../../../lib/store-context';
import { Barcode } from '../../../ui/barcode';
import sheet from '../../../ui/paper.module.css';
import classes from './slip-paper.module.css';

interface SlipPaperProps {
  readonly slip: Slip;
  readonly paper: Paper;
  readonly ref?: Ref<HTMLElement>;
}

/** The slip as it leaves the printer, in millimetres: black on white whatever the window's theme. */
export function SlipPaper({ slip, paper, ref }: SlipPaperProps) {
  const { t } = useTranslation('slips');
  return (
    <article
      ref={ref}
      className={`${sheet.paper} ${classes.slip}`}
      data-paper={paper}
      aria-label={t('preview')}
    >
      <header className={classes.head}>
        <p className={classes.store}>{slip.store}</p>
        <p>{t('slip.head')}</p>
        {slip.undone ? <p className={classes.undone}>{t('slip.undone')}</p> : null}
      </header>
      <Facts slip={slip} />
      <Price slip={slip} />
      <Points slip={slip} />
      <Coupons slip={slip} paper={paper} />
      <footer className={`${sheet.part} ${classes.foot}`}>
        <Barcode
          kind="qr"
          text={slip.memberNo}
          paper={paper}
          label={t('slip.memberNo', { number: slip.memberNo })}
        />
        <p>{t('slip.memberNo', { number: slip.memberNo })}</p>
        <p className={classes.thanks}>{t('slip.thanks')}</p>
      </footer>
    </article>
  );
}

function Facts({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const place = { ...useOpenStore(), locale: useLocale() };
  return (
    <section className={sheet.part}>
      <p>{fullSoldAtWords(slip.boughtAt, place)}</p>
      {slip.receiptNo === null ? null : <Row word={t('slip.receiptNo')} value={slip.receiptNo} />}
      <Row word={t('slip.member')} value={`${slip.member.name} ${slip.member.phone}`.trim()} />
    </section>
  );
}

function Price({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation(['slips', 'common']);
  return (
    <section className={sheet.part}>
      {stepsToRead(slip.steps).map((step, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a recorded price never move
          key={index}
          word={stepWords(step, t)}
          value={stepValue(step, t)}
          strong={step.kind === 'due'}
        />
      ))}
      {slip.refunded > 0 ? <Row word={t('slips:slip.refunded')} value={money(-slip.refunded)} /> : null}
    </section>
  );
}

function Points({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const locale = useLocale();
  const sameDay = slip.asOf === slip.businessDate;
  const balance = sameDay
    ? t('slip.balance')
    : t('slip.balanceOn', { date: fullDateWords(slip.asOf, locale) });
  return (
    <section className={sheet.part}>
      <Row word={t('slip.earned')} value={change(slip.earned)} />
      {slip.used > 0 ? <Row word={t('slip.used')} value={change(-slip.used)} /> : null}
      <Row word={balance} value={whole(slip.balance)} strong />
      {slip.lapsing === null ? null : (
        <p>
          {t('slip.lapsing', {
            points: whole(slip.lapsing.points),
            date: fullDateWords(slip.lapsing.lastDay, locale),
          })}
        </p>
      )}
    </section>
  );
}

function Coupons({ slip, paper }: { readonly slip: Slip; readonly paper: Paper }) {
  const { t } = useTranslation('slips');
  const locale = useLocale();
  if (slip.coupons.length === 0) return null;
  return (
    <section className={sheet.part}>
      <p className={classes.title}>{t('slip.coupons')}</p>
      {slip.coupons.map(({ code, name, firstDay, lastDay }) => (
        <div key={code} className={classes.coupon}>
          <p className={classes.title}>{name}</p>
          <p>
            {firstDay <= slip.asOf
              ? t('slip.validUntil', { date: fullDateWords(lastDay, locale) })
              : t('slip.validFrom', {
                  from: fullDateWords(firstDay, locale),
                  to: fullDateWords(lastDay, locale),
                })}
          </p>
          <Barcode kind="code128" text={code} paper={paper} label={code} />
          <p className={classes.code}>{code}</p>
        </div>
      ))}
    </section>
  );
}

interface RowProps {
  readonly word: string;
  readonly value: string;
  readonly strong?: boolean;
}

const Row = ({ word, value, strong = false }: RowProps) => (
  <p className={strong ? classes.strong : classes.row}>
    <span>{word}</span>
    <span className={classes.value}>{value}</span>
  </p>
);
