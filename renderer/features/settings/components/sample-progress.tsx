import { useTranslation } from 'react-i18next';
import { AfterAMoment } from '../../../ui/awaited';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import type { useOpenSample } from '../api';

/** The first opening makes the sample store, which takes some seconds. */
export function SampleProgress({ of }: { readonly of: ReturnType<typeof useOpenSample>['now'] }) {
  const { t } = useTranslation('settings');
  switch (of.state) {
    case 'busy':
      return (
        <AfterAMoment>
          <span role="status" className="quiet">
            {t('sample.opening')}
          </span>
        </AfterAMoment>
      );
    case 'refused':
      return (
        <Notice tone="danger">
          {t(`fault.${of.refusal.params.fault}.title`)} {t(`fault.${of.refusal.params.fault}.do`)}
        </Notice>
      );
    case 'fault':
      return <FaultLine mishap={of.mishap} />;
    default:
      return null;
  }
}
