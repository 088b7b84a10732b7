import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEnterStore } from '../../../lib/store-view';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { type useCreateStore, useRetryStore } from '../api';
import { FIRST_PIN_DIGITS } from './owner-fields';

/** Why the store was not made; what was typed is still there. */
export function CreateTrouble({ of }: { readonly of: ReturnType<typeof useCreateStore>['now'] }) {
  const { t } = useTranslation(['settings', 'staff']);
  const retry = useRetryStore();
  const enter = useEnterStore();
  if (of.state === 'fault') return <FaultLine mishap={of.mishap} />;
  if (of.state !== 'refused') return null;
  const openExisting = async () => {
    const end = await retry.run({});
    if (end.state === 'done') enter(end.value);
  };
  switch (of.refusal.code) {
    case 'unknown_zone':
      return <Notice tone="danger">{t('first.unknown_zone')}</Notice>;
    case 'pin_length':
    case 'trivial_pin':
      return (
        <Notice tone="danger">{t(`staff:newPin.${of.refusal.code}`, { digits: FIRST_PIN_DIGITS })}</Notice>
      );
    case 'store_exists':
      return (
        <Notice tone="mind">
          {t('first.store_exists')}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void openExisting()}>
            {t('first.retry')}
          </Button>
        </Notice>
      );
    case 'store_fault': {
      const { fault } = of.refusal.params;
      return (
        <Notice tone="danger">
          {t(`fault.${fault}.title`)} {t(`fault.${fault}.do`)}
        </Notice>
      );
    }
  }
}
