import { useTranslation } from 'react-i18next';

export function Goods() {
  const { t } = useTranslation('insights');
  return <section aria-label={t('part.goods')} />;
}
