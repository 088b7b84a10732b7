import type { TierStanding } from '@contract/loyalty-shapes';
import { daysBetween } from '@domain/calendar/business-day';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import classes from './tier-lines.module.css';

/** From so many days before its end on, a level that would be lost stands out: there is time for a visit or two. */
const ENDS_SOON_DAYS = 60;

/** How far to the next level, and how long this one is kept: "还差 ¥312.00 或 3 次升 VIP · 保级至 2027年5月18日". */
export function StandingLine({ standing }: { readonly standing: TierStanding }) {
  const { t } = useTranslation(['tiers', 'common']);
  const format = useFormat();
  const { next, keep, until, fixed } = standing;
  const lines: { readonly soon: boolean; readonly words: string }[] = [];
  if (fixed) {
    const words =
      until === null ? t('standing.fixed') : t('standing.fixedUntil', { date: format.date(until) });
    lines.push({ soon: false, words });
  }
  if (next !== null) {
    const { tier, money: missing, visits: count } = next;
    lines.push({
      soon: false,
      words: t('standing.next', { money: money(missing), count, tier: t(`common:tier.${tier}`) }),
    });
  }
  if (!fixed && until !== null) {
    const date = format.date(until);
    lines.push(
      keep === null
        ? { soon: false, words: t('standing.kept', { date }) }
        : {
            soon: daysBetween(format.today, until) <= ENDS_SOON_DAYS,
            words: t('standing.keep', { money: money(keep.money), count: keep.visits, date }),
          },
    );
  }
  if (lines.length === 0) return null;
  return (
    <p className={classes.standing}>
      {lines.map(({ soon, words }) => (
        <span key={words} className={soon ? classes.soon : undefined}>
          {words}
        </span>
      ))}
    </p>
  );
}
