import type { Quote } from '@domain/purchases/quote';
import { stepsForCustomer } from '@domain/slips/price-steps';
import type { Tier } from '@domain/tiers/tier';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { stepValue, stepWords } from '../../../lib/price-words';

interface BillWordsProps {
  readonly tier: Tier;
  readonly bill: Quote;
}

/** Between a minus and its sum a line may otherwise end. */
const inOnePiece = (sum: string): string => sum.replace('\u2212', '\u2212\u2060');

/** A bill in one sentence, with every step of its price. */
export function BillWords({ tier, bill }: BillWordsProps) {
  const { t } = useTranslation(['settings', 'slips', 'common']);
  const { t: say } = useTranslation(['slips', 'common']);
  const steps = stepsForCustomer(bill.steps)
    .filter(({ kind }) => kind === 'tier' || kind === 'member_day' || kind === 'coupon')
    .map((step) => `${stepWords(step, say)} ${inOnePiece(stepValue(step, say))}`);
  const words = {
    tier: t(`common:tier.${tier}`),
    gross: money(bill.gross),
    due: money(bill.due),
    points: whole(bill.earned),
  };
  return (
    <p>
      {steps.length === 0
        ? t('example.bill_plain', words)
        : t('example.bill', { ...words, steps: steps.join(t('and')) })}
    </p>
  );
}
