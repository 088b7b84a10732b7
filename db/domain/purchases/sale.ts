import { decideEarn, lotLastDay } from '../points/earn';
import { after, type EntryDraft, type Holdings, sumOf, usableOf } from '../points/ledger';
import { decideRedeem, type InsufficientPoints } from '../points/redeem';
import { Refusal } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import { type BusinessDate, type Points, points } from '../units';
import type { Quote } from './quote';

/** A sale's ledger rows: points are spent before the new ones exist, then earned, then a debt is settled. */
export function decideSale(asked: {
  readonly quote: Quote;
  /** With lapsed lots swept. */
  readonly holdings: Holdings;
  readonly rules: PointsRules;
  readonly today: BusinessDate;
  readonly lotId: string;
}):
  | { readonly drafts: EntryDraft[]; readonly debtSettled: Points; readonly balance: Points }
  | InsufficientPoints {
  const { quote, holdings, today, lotId } = asked;
  const redeemed = decideRedeem(holdings, quote.redeem, today);
  if (redeemed instanceof Refusal) return redeemed;
  const left = after(holdings, redeemed);
  const lot = { earnedOn: today, lastDay: lotLastDay(today, asked.rules), lotId };
  const earned = decideEarn(left, { kind: 'earn', earned: quote.earned, ...lot });
  const settled = earned
    .filter((draft) => draft.kind === 'settle')
    .flatMap((draft) => draft.moves)
    .filter((move) => move.to === 'debt');
  const balance = usableOf(after(left, earned), today);
  return { drafts: [...redeemed, ...earned], debtSettled: points(sumOf(settled)), balance };
}
