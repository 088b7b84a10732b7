import type { Preferences } from '@contract/settings';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences, useSetPreferences } from '../../../lib/preferences';

const THEMES = ['light', 'dark', 'auto'] as const;

export function ThemeSwitch() {
  const { t } = useTranslation('settings');
  const { data: preferences } = usePreferences();
  const set = useSetPreferences();
  if (preferences === undefined) return null;
  return (
    <SegmentedControl<Preferences['theme']>
      aria-label={t('theme.label')}
      data={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      value={preferences.theme}
      onChange={(theme) => void set({ ...preferences, theme })}
      transitionDuration={0}
    />
  );
}
