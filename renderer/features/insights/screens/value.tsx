import { useTranslation } from 'react-i18next';

export function Value() {
  const { t } = useTranslation('insights');
  return <section aria-label={t('part.value')} />;
}
