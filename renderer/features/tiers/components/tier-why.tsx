import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { TierMark } from '../../../ui/tier-mark';
import { useTierWhy, type Why } from '../api';
import { CountedBills } from './counted-bills';
import { StandingLine } from './standing-line';
import { TierChanges } from './tier-changes';
import classes from './tier-why.module.css';

/** Why a level is what it is: what counts, the rule, and every change there ever was. */
export function TierWhy({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('tiers');
  return (
    <Awaited
      of={useTierWhy(memberId)}
      skeleton={<Bones rows={8} height={36} />}
      isEmpty={(why) => why === null}
      empty={<p role="alert">{t('why.gone')}</p>}
    >
      {(why) => (why === null ? null : <Explained why={why} />)}
    </Awaited>
  );
}

function Explained({ why }: { readonly why: Why }) {
  const { t } = useTranslation('tiers');
  const format = useFormat();
  const { standing } = why;
  return (
    <>
      <p className={classes.now}>
        <TierMark tier={standing.tier} /> {t('why.since', { date: format.date(standing.since) })}
      </p>
      <StandingLine standing={standing} />
      <h3 className={classes.head}>{t('why.counted')}</h3>
      <p className={classes.figures}>
        {money(standing.money)} · {t('why.visits', { count: standing.visits })}
      </p>
      <p className={classes.quiet}>{t('why.window', { from: format.date(standing.windowFrom) })}</p>
      <h3 className={classes.head}>{t('why.rule')}</h3>
      <Threshold tier="loyal" why={why} />
      <Threshold tier="vip" why={why} />
      <p className={classes.quiet}>{t('why.protection', { count: why.protectionMonths })}</p>
      <p className={classes.quiet}>
        <RuleStamp {...why.rule} />
      </p>
      <CountedBills why={why} />
      <TierChanges changes={why.changes} />
    </>
  );
}

function Threshold({ tier, why }: { readonly tier: 'loyal' | 'vip'; readonly why: Why }) {
  const { t } = useTranslation('tiers');
  return (
    <p className={classes.line}>
      <TierMark tier={tier} />
      <span>
        {t('why.threshold', {
          months: why.windowMonths,
          money: money(why[tier].money),
          count: why[tier].visits,
        })}
      </span>
    </p>
  );
}
