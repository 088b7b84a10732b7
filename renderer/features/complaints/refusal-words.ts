import { useTranslation } from 'react-i18next';
import { bytes } from '../../lib/bytes';
import { money } from '../../lib/format';
import type { CommandName } from '../../lib/rooms';
import { useFormat } from '../../lib/store-context';
import type { RefusalFor } from '../../lib/use-command';

export type ComplaintRefusal = RefusalFor<'complaints', CommandName<'complaints'>>;

/** Says a refusal: what happened, what was kept, what to do. */
export function useRefusalWords(): (refusal: ComplaintRefusal) => string {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  return (refusal) => {
    switch (refusal.code) {
      case 'not_in_this_state':
        return t('refusal.not_in_this_state', { state: t(`state.${refusal.params.state}`) });
      case 'above_allowance': {
        const { limit, used, worth } = refusal.params;
        return t('refusal.above_allowance', { limit: money(limit), used: money(used), worth: money(worth) });
      }
      case 'template_over':
        return t('refusal.template_over', { date: format.date(refusal.params.lastDay) });
      case 'photo_too_large':
        return t('refusal.photo_too_large', { size: bytes(refusal.params.maxBytes) });
      case 'too_many_photos':
        return t('refusal.too_many_photos', { most: refusal.params.most });
      default:
        return t(`refusal.${refusal.code}`);
    }
  };
}
