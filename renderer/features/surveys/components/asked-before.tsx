import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Notice } from '../../../ui/notice';
import { useStanding } from '../api';

/** Says that this member was asked lately and what they said, so that nobody is bothered twice; asking stays possible. */
export function AskedBefore({ memberId }: { readonly memberId: string | null }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const { data } = useStanding(memberId);
  if (data === undefined || data.askedOn === null || data.askAgainOn === null) return null;
  if (data.askAgainOn <= format.today) return null;
  return (
    <Notice tone="mind">
      {t('ask.lately', { date: format.date(data.askedOn), again: format.date(data.askAgainOn) })}
    </Notice>
  );
}
