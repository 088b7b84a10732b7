import type { MemberCard } from '@contract/members';
import { useCustomerSurvey } from '../../features/display/use-customer-survey';
import { SurveyPanel } from '../../features/surveys/components/survey-panel';
import type { LowAnswer } from '../../features/surveys/survey-draft';
import { ComplaintFromAnswer } from '../complaints/complaint-from-answer';
import { back, begin, finish, heard } from './counter-state';

interface SurveyActProps {
  /** Null for somebody without a record. */
  readonly member: MemberCard | null;
  readonly purchaseId: string | null;
}

/** The survey in the right column and on the customer's screen at once. */
export function SurveyAct({ member, purchaseId }: SurveyActProps) {
  return (
    <SurveyPanel
      memberId={member?.id ?? null}
      memberName={member?.name ?? null}
      purchaseId={purchaseId}
      taskId={null}
      channel="counter"
      customer={useCustomerSurvey()}
      onSaved={heard}
      onComplaint={(low) => begin({ kind: 'complaint', from: low })}
      complaintKey="F5"
      onCancel={back}
    />
  );
}

interface ComplaintActProps {
  readonly member: MemberCard | null;
  /** The low answer that it follows. */
  readonly from: LowAnswer | null;
}

export function ComplaintAct({ member, from }: ComplaintActProps) {
  return <ComplaintFromAnswer member={member} from={from} onDone={finish} onCancel={back} />;
}
