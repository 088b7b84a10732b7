import type { Quote } from '@domain/purchases/quote';
import type { ShopRules } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { Why } from '../../../ui/why';
import { changesOf, earningReason, tierRule, tierWords } from '../explain';
import { AccountRows } from './account-rows';
import classes from './bill-steps.module.css';
import { Reason } from './reason';
import { WholeAccount } from './whole-account';

interface BillStepsProps {
  /** Null while there is no bill: the places of the sums stay, so that nothing jumps. */
  readonly quote: Quote | null;
  readonly rules: ShopRules;
  /** Points that the member owes the shop; what is earned settles them first. */
  readonly owed: number;
}

/** Each step of the price as one would say it, the sum to pay largest. Steps come in above it: it stays where it is. */
export function BillSteps({ quote, rules, owed }: BillStepsProps) {
  const { t } = useTranslation('purchases');
  return (
    <dl className={classes.steps}>
      {quote === null ? null : <Changes quote={quote} rules={rules} />}
      <div className={classes.due}>
        <dt>{t('step.due')}</dt>
        <dd aria-live="polite">
          {quote === null ? (
            '¥—'
          ) : (
            <Why title={t('step.due')} content={() => <WholeAccount account={quote} points={rules.points} />}>
              <span data-testid="due">{money(quote.due)}</span>
            </Why>
          )}
        </dd>
      </div>
      <Earns quote={quote} owed={owed} />
    </dl>
  );
}

function Changes({ quote, rules }: { readonly quote: Quote; readonly rules: ShopRules }) {
  const { t } = useTranslation(['purchases', 'common']);
  const { tier } = quote.earning.tier;
  const percent = rules.tiers.rights[tier].discountPercent;
  const none = percent > 0 && !quote.steps.some(({ kind }) => kind === 'tier' || kind === 'member_day');
  if (!none)
    return changesOf(quote.steps).length === 0 ? null : <AccountRows account={quote} points={rules.points} />;
  // A right that brings nothing here is the question asked at the till: it is answered before it is put.
  return (
    <>
      <AccountRows account={quote} points={rules.points} />
      <div className={classes.step}>
        <dt>{tierWords(tier, percent, t)}</dt>
        <dd>
          <Why
            title={tierWords(tier, percent, t)}
            content={() => <Reason rule={tierRule(tier, percent, t)} sums={[t('why.tier.none')]} />}
          >
            {t('step.onlySpecial')}
          </Why>
        </dd>
      </div>
    </>
  );
}

function Earns({ quote, owed }: Pick<BillStepsProps, 'quote' | 'owed'>) {
  const { t } = useTranslation(['purchases', 'common']);
  return (
    <>
      <div className={classes.earn}>
        <dt>{t('step.earn')}</dt>
        <dd>
          {quote === null ? (
            '—'
          ) : (
            <Why title={t('step.earn')} content={() => <Reason {...earningReason(quote, t)} />}>
              {t('step.points_earned', { points: change(quote.earned) })}
            </Why>
          )}
        </dd>
      </div>
      {owed > 0 && quote !== null ? (
        <p className={classes.settle}>{t('step.settles', { points: whole(Math.min(owed, quote.earned)) })}</p>
      ) : null}
    </>
  );
}
