import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { startOfSignUp } from '../../features/members/reading';
import { useFunctionKeys } from '../../lib/function-keys';
import { askAmount, askCustomer, begin, useCounter } from './counter-state';

/** The counter's function keys. */
export function useCounterKeys(toPurchases: () => void): void {
  const { t } = useTranslation('counter');
  const nobody = useCounter((counter) => counter.memberId === null);
  const act = useCounter((counter) => counter.act);
  // What is being typed there already is not thrown away.
  const openCare = () => {
    if (!nobody && act.kind !== 'care') begin({ kind: 'care', form: null });
  };
  const openTrail = () => {
    if (!nobody && act.kind !== 'trail') begin({ kind: 'trail' });
  };
  const openClaim = () => {
    if (!nobody && act.kind !== 'claim') begin({ kind: 'claim', receipt: null });
  };
  const openRights = () => {
    if (!nobody && act.kind !== 'rights') begin({ kind: 'rights', view: 'menu' });
  };
  const openTier = () => {
    if (!nobody && act.kind !== 'tier') begin({ kind: 'tier' });
  };
  useHotkeys(
    [
      ['alt+J', openTier, { usePhysicalKeys: true }],
      ['alt+K', openCare, { usePhysicalKeys: true }],
      ['alt+E', openClaim, { usePhysicalKeys: true }],
      ['alt+H', openTrail, { usePhysicalKeys: true }],
      ['alt+I', openRights, { usePhysicalKeys: true }],
    ],
    [],
  );
  useFunctionKeys([
    {
      key: 'F1',
      word: t('key.signUp'),
      run: () => begin({ kind: 'signUp', ...startOfSignUp(useCounter.getState().text) }),
      active: act.kind === 'signUp',
    },
    {
      key: 'F2',
      word: t('key.sale'),
      run: askAmount,
      disabled: nobody,
      active: !nobody && act.kind === 'sale',
    },
    {
      key: 'F3',
      word: t('key.points'),
      run: () => begin({ kind: 'points' }),
      disabled: nobody,
      active: act.kind === 'points',
    },
    {
      key: 'F4',
      word: t('key.coupons'),
      run: () => begin({ kind: 'coupons', giving: false }),
      disabled: nobody,
      active: act.kind === 'coupons',
    },
    {
      key: 'F5',
      word: t('key.complaint'),
      // What was said in a low answer goes along.
      run: () => begin({ kind: 'complaint', from: act.kind === 'survey' ? act.low : null }),
      active: act.kind === 'complaint',
    },
    { key: 'F6', word: t('key.survey'), run: askCustomer, active: act.kind === 'survey' },
    {
      key: 'F7',
      word: t('key.refund'),
      run: () => begin({ kind: 'refund', purchaseId: act.kind === 'bill' ? act.purchaseId : null }),
      disabled: nobody,
      active: act.kind === 'refund',
    },
    { key: 'F9', word: t('key.edit'), run: () => begin({ kind: 'edit' }), disabled: nobody, elsewhere: true },
    { key: 'F10', word: t('history'), run: toPurchases, disabled: nobody, elsewhere: true },
  ]);
}
