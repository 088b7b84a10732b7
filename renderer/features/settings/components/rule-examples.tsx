import { resolutionDue, responseDue } from '@domain/complaints/clocks';
import { earnedPoints, lotLastDay } from '@domain/points/earn';
import { mostRedeemable, worthOf } from '@domain/purchases/redemption';
import { fen } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Rules } from '../api';

interface ExampleProps {
  readonly rules: Rules;
}

const EXAMPLE_SALE = fen(8880);
const EXAMPLE_BILL = fen(10_000);

/** Reckoned by the same rules as the counter's, so that an example can never say something else. */
export function EarnExample({ rules }: ExampleProps) {
  const { t } = useTranslation('settings');
  const earned = earnedPoints(EXAMPLE_SALE, rules.points);
  return (
    <p className="numbers quiet">
      {t('rules.example_earn', { money: money(EXAMPLE_SALE), points: whole(earned) })}
    </p>
  );
}

export function ExpiryExample({ rules }: ExampleProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const last = lotLastDay(format.today, rules.points);
  return (
    <p className="numbers quiet">
      {last === null ? t('rules.example_never') : t('rules.example_expiry', { date: format.date(last) })}
    </p>
  );
}

export function RedeemExample({ rules }: ExampleProps) {
  const { t } = useTranslation('settings');
  const most = mostRedeemable(EXAMPLE_BILL, Number.MAX_SAFE_INTEGER, rules.points).points;
  const words = { bill: money(EXAMPLE_BILL), points: whole(most), worth: money(worthOf(most, rules.points)) };
  return <p className="numbers quiet">{t('rules.example_redeem', words)}</p>;
}

export function ComplaintExample({ rules }: ExampleProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const words = {
    response: format.dateTime(responseDue(format.now, rules.complaints).at),
    resolution: format.dateTime(resolutionDue(format.now, rules.complaints).at),
  };
  return <p className="numbers quiet">{t('complaints.example', words)}</p>;
}
