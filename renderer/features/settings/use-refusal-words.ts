import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/store-context';
import type { RefusalFor } from '../../lib/use-command';

type ChangeRefusal = RefusalFor<'settings', 'changeRules'>;

/** Why a change was not saved, and what to do. */
export function useRefusalWords(): (refusal: ChangeRefusal) => string {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (refusal) => {
    switch (refusal.code) {
      case 'plan_conflict':
        return t('refusal.plan_conflict', { date: format.date(refusal.params.effectiveFrom) });
      case 'invalid_rule':
        return t(`problem.${refusal.params.rule}`);
      default:
        return t(`refusal.${refusal.code}`);
    }
  };
}
