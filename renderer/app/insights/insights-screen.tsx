import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Who the members are, who is leaving, what they are worth: the owner's page and what stands behind it. */
export function InsightsScreen() {
  const { t } = useTranslation('common');
  return (
    <section aria-label={t('place.insights')}>
      <VisuallyHidden component="h1">{t('place.insights')}</VisuallyHidden>
    </section>
  );
}
