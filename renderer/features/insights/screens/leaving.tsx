import { useTranslation } from 'react-i18next';

export function Leaving() {
  const { t } = useTranslation('insights');
  return <section aria-label={t('part.leaving')} />;
}
