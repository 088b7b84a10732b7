import type { TierChangeRow } from '@contract/tiers';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import classes from './tier-why.module.css';

/** Every change of level, newest first, with what was counted then and who or what made it. */
export function TierChanges({ changes }: { readonly changes: readonly TierChangeRow[] }) {
  const { t } = useTranslation(['tiers', 'common']);
  const format = useFormat();
  return (
    <>
      <h3 className={classes.head}>{t('why.changes')}</h3>
      {changes.length === 0 ? <p className={classes.quiet}>{t('why.noChanges')}</p> : null}
      <ol className={classes.rows}>
        {changes.map((change) => (
          <li key={`${change.at}-${change.kind}-${change.to}`} className={classes.change}>
            <p>
              {t(`change.${change.kind}`, { tier: t(`common:tier.${change.to}`) })} ·{' '}
              <span className="quiet">{format.date(change.on)}</span>
            </p>
            {change.reason === '' ? null : <p data-selectable="">{change.reason}</p>}
            <p className={classes.quiet}>
              {[
                `${money(change.money)} · ${t('why.visits', { count: change.visits })}`,
                ...keptWords(change),
                t('why.ruleOf', { version: change.rule.version }),
                change.staffName,
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </>
  );

  function keptWords({ fixed, until }: TierChangeRow): string[] {
    if (until === null) return fixed ? [t('standing.fixed')] : [];
    return [t(fixed ? 'standing.fixedUntil' : 'standing.kept', { date: format.date(until) })];
  }
}
