import { useTranslation } from 'react-i18next';

export function Customers() {
  const { t } = useTranslation('insights');
  return <section aria-label={t('part.customers')} />;
}
