import type { Preferences } from '@contract/settings';
import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18next, speak } from '../lib/i18n';
import { styleNonce } from '../lib/lockdown';
import { usePreferences } from '../lib/preferences';
import { createAnswers, followChanges } from '../lib/query-client';
import { noStorage } from './color-scheme';
import { theme } from './theme';

export function Providers({ children }: { readonly children: ReactNode }) {
  const [answers] = useState(createAnswers);
  useEffect(() => followChanges(answers), [answers]);
  return (
    <I18nextProvider i18n={i18next}>
      <QueryClientProvider client={answers}>
        <Look>{children}</Look>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

/** Language and theme come from main, not from window storage: one place keeps them. */
function Look({ children }: { readonly children: ReactNode }) {
  const { data: preferences, isPending } = usePreferences();
  const locale = preferences?.locale;
  useEffect(() => {
    if (locale !== undefined) speak(locale);
  }, [locale]);
  if (isPending) return null; // one tick; a flash of the wrong language or theme would be worse
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={() => styleNonce}
      colorSchemeManager={noStorage}
      defaultColorScheme={preferences?.theme ?? 'auto'}
    >
      <FollowTheme theme={preferences?.theme ?? 'auto'} />
      {children}
    </MantineProvider>
  );
}

/** A changed theme is put on what is there: a half-filled form must survive it. */
function FollowTheme({ theme: wanted }: { readonly theme: Preferences['theme'] }) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(wanted), [wanted, setColorScheme]);
  return null;
}
