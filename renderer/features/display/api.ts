import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const usePlacement = () => useRead('display', 'placement', {});
/** What the customer has chosen on their own screen in this sign-up; null while they have not. */
export const useConsentAnswer = (askId: string | null) =>
  useRead('display', 'consentAnswer', { askId: askId ?? '' }, { enabled: askId !== null, forgetAfter: 0 });

export const useShow = () => useAct('display', 'show');
export const useOpenDisplay = () => useAct('display', 'open');
export const useCloseDisplay = () => useAct('display', 'close');
