import type { MemberCard } from '@contract/members';
import { lazy, Suspense } from 'react';
import { useCustomerSurvey } from '../../features/display/use-customer-survey';
import { useLinkComplaint } from '../../features/surveys/api';
import { SurveyPanel } from '../../features/surveys/components/survey-panel';
import type { LowAnswer } from '../../features/surveys/survey-draft';
import { back, begin, finish, heard } from './counter-state';

const LogComplaintPanel = lazy(async () => ({
  default: (await import('../../features/complaints/components/log-panel')).LogComplaintPanel,
}));

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
  /** The low answer that it follows; it begins with its words, and the answer keeps that it led here. */
  readonly from: LowAnswer | null;
}

export function ComplaintAct({ member, from }: ComplaintActProps) {
  const link = useLinkComplaint();
  return (
    <Suspense fallback={null}>
      <LogComplaintPanel
        member={member}
        said={from?.note ?? ''}
        onLogged={(complaintId) => {
          if (from !== null) void link.run({ answerId: from.answerId, complaintId });
        }}
        onDone={finish}
        onCancel={back}
      />
    </Suspense>
  );
}
