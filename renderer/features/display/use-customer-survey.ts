import { useCallback, useState } from 'react';
import { usePlacement, useSurveyAnswer } from './api';
import { useTellCustomer } from './use-tell-customer';

interface Said {
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  readonly saved: boolean;
}

const NOTHING: Said = { satisfaction: null, recommend: null, saved: false };

/** One survey on both screens: what the cashier keys goes there, what the customer taps comes back. */
export function useCustomerSurvey() {
  const [askId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState(NOTHING);
  const { data: placement } = usePlacement();
  const { data } = useSurveyAnswer(askId);
  const seen = data?.taps ?? 0;
  useTellCustomer({ kind: 'survey', askId, seen, ...said });
  const say = useCallback(
    ({ satisfaction, recommend, saved }: Said) => setSaid({ satisfaction, recommend, saved }),
    [],
  );
  return { onDisplay: placement?.open ?? false, answer: data?.answer ?? null, say };
}
