import { useTranslation } from 'react-i18next';
import { money } from '../../../../lib/format';
import { useReasonWord } from '../../../../lib/reason-words';
import type { ComplaintDetail } from '../../api';
import type { Step } from '../../steps';
import { CloseStep } from './close-step';
import { CompensateStep } from './compensate-step';
import { CorrectStep } from './correct-step';
import { EscalateStep } from './escalate-step';
import { SatisfactionStep } from './satisfaction-step';
import { TextStep } from './text-step';

interface StepFormProps {
  readonly complaint: ComplaintDetail;
  readonly step: Step;
  /** With the sentence that says what is done now. */
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

/** The form of a step, whichever it is. */
export function StepForm({ complaint, step, onDone, onCancel }: StepFormProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  if (step === 'compensate') {
    return (
      <CompensateStep
        complaintId={complaint.id}
        isMember={complaint.memberId !== null}
        reasonWord={wordOf(complaint.reason, complaint.reasonName)}
        onGiven={({ worth, couponCode }) =>
          onDone(
            couponCode === null
              ? t('give.done', { worth: money(worth) })
              : t('give.done_coupon', { worth: money(worth), code: couponCode }),
          )
        }
        onCancel={onCancel}
      />
    );
  }
  const props = { complaintId: complaint.id, onDone: () => onDone(t(`step.done_${step}`)), onCancel };
  switch (step) {
    case 'close':
      return <CloseStep {...props} />;
    case 'satisfaction':
      return <SatisfactionStep {...props} />;
    case 'escalate':
      return <EscalateStep {...props} />;
    case 'correct':
      return <CorrectStep complaint={complaint} onDone={props.onDone} onCancel={onCancel} />;
    default:
      return <TextStep {...props} step={step} />;
  }
}
