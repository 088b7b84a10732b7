import { useState } from 'react';
import type { LowAnswer, SurveyDraft } from '../survey-draft';
import { type CustomerSurvey, SurveyForm, type SurveyOf } from './survey-form';
import { SurveySaid } from './survey-said';

interface SurveyPanelProps extends SurveyOf {
  /** The customer's own screen, where the two questions stand as well; absent in a call. */
  readonly customer?: CustomerSurvey;
  /** The answer is kept; `low` = it asks for a complaint, and what it would begin with. */
  readonly onSaved: (low: LowAnswer | null) => void;
  readonly onComplaint: (low: LowAnswer) => void;
  /** The key that opens the complaint wherever the panel stands. */
  readonly complaintKey: string;
  readonly onCancel: () => void;
}

/** Two questions, three keys, ten seconds (S84); a low answer offers a complaint at once. */
export function SurveyPanel({ onSaved, onComplaint, complaintKey, onCancel, ...form }: SurveyPanelProps) {
  const [said, setSaid] = useState<{ draft: SurveyDraft; low: LowAnswer | null } | null>(null);
  if (said !== null)
    return <SurveySaid {...said} complaintKey={complaintKey} onComplaint={onComplaint} onCancel={onCancel} />;
  return (
    <SurveyForm
      {...form}
      onCancel={onCancel}
      onSaved={(draft, { answerId, low }) => {
        const offered = low ? { answerId, note: draft.note } : null;
        setSaid({ draft, low: offered });
        onSaved(offered);
      }}
    />
  );
}
