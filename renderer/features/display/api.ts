import type { Doing } from '@contract/display';
import { act, ask } from '../../lib/client';
import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const usePlacement = () => useRead('display', 'placement', {});
/** The same, as it is at this moment. */
export const placementNow = () => ask('display', 'placement', {});
/** What the customer has chosen on their own screen in this sign-up. */
export const useConsentAnswer = (askId: string) =>
  useRead('display', 'consentAnswer', { askId }, { forgetAfter: 0 });

/** What the customer has said on their own screen in this survey. */
export const useSurveyAnswer = (askId: string) =>
  useRead('display', 'surveyAnswer', { askId }, { forgetAfter: 0 });

/**
 * Says what the counter is doing. Not `useAct`: there what is asked while busy gets the answer under
 * way, and here the last word counts. Main logs what goes wrong; the sale does not wait for a screen.
 */
export const show = (doing: Doing): void => void act('display', 'show', doing).catch(() => undefined);

export const useOpenDisplay = () => useAct('display', 'open');
export const useCloseDisplay = () => useAct('display', 'close');
