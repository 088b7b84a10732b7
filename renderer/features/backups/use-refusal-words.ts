import { useTranslation } from 'react-i18next';
import type { RefusalFor } from '../../lib/use-command';
import type { FaultRefusal, RestoreRefusal } from './api';

type Refusal =
  | RestoreRefusal
  | FaultRefusal
  | RefusalFor<'backups', 'undoRestore'>
  | RefusalFor<'backups', 'makeNow'>
  | RefusalFor<'backups', 'chooseSecondMedium'>
  | RefusalFor<'backups', 'chooseFile'>
  | RefusalFor<'backups', 'previewRestore'>;

/** What happened, what is kept, what to do. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t } = useTranslation(['backups', 'settings', 'staff']);
  return (refusal) => {
    switch (refusal.code) {
      case 'not_written':
        return t(`refusal.not_written_${refusal.params.why}`);
      case 'store_fault':
        return `${t('refusal.store_fault')} ${t(`settings:fault.${refusal.params.fault}.title`)}`;
      case 'wrong_pin':
        return t('staff:pin.wrong', { count: refusal.params.left });
      case 'pin_locked':
        return t('refusal.pin_locked');
      default:
        return t(`refusal.${refusal.code}`);
    }
  };
}
