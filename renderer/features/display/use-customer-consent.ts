import { useCallback, useState } from 'react';
import { CONSENT_TEXT_VERSION } from '../../lib/consent-text';
import { useConsentAnswer, usePlacement } from './api';
import { useTellCustomer } from './use-tell-customer';

interface Choices {
  readonly personalData: boolean;
  readonly marketing: boolean;
}

const NOTHING: Choices = { personalData: false, marketing: false };

/** The consent of one sign-up on both screens: what the cashier ticks goes there, what the customer taps comes back. */
export function useCustomerConsent() {
  const [askId] = useState(() => crypto.randomUUID());
  const [choices, setChoices] = useState(NOTHING);
  const { data: placement } = usePlacement();
  const { data } = useConsentAnswer(askId);
  const seen = data?.taps ?? 0;
  useTellCustomer({ kind: 'consent', askId, textVersion: CONSENT_TEXT_VERSION, seen, ...choices });
  const tick = useCallback(
    ({ personalData, marketing }: Choices) => setChoices({ personalData, marketing }),
    [],
  );
  return { onDisplay: placement?.open ?? false, answer: data?.answer ?? null, tick };
}
