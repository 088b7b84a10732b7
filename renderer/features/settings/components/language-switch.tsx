import { LOCALES, type Locale } from '@domain/locale';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences, useSetPreferences } from '../../../lib/preferences';

/** Each language under its own name, so that whoever reads the other one finds it. */
export function LanguageSwitch() {
  const { t } = useTranslation('settings');
  const { data: preferences } = usePreferences();
  const set = useSetPreferences();
  if (preferences === undefined) return null;
  return (
    <SegmentedControl<Locale>
      aria-label={t('language.label')}
      data={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={preferences.locale}
      onChange={(locale) => void set({ ...preferences, locale })}
      transitionDuration={0}
    />
  );
}
