import type { Preferences } from '@contract/settings';
import { useEffect } from 'react';
import { speak } from './words';

/** Language and theme as the app has them; the shop's colours hang on this attribute of the page. */
export function usePutOn(look: Preferences | undefined): void {
  useEffect(() => {
    if (look === undefined) return;
    speak(look.locale);
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const put = () => {
      const dark = look.theme === 'dark' || (look.theme === 'auto' && system.matches);
      document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
    };
    put();
    system.addEventListener('change', put);
    return () => system.removeEventListener('change', put);
  }, [look]);
}
