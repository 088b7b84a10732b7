import { lazy, Suspense } from 'react';
import type { LogComplaintPanelProps } from '../../features/complaints/components/log-panel';
import { useLinkComplaint } from '../../features/surveys/api';
import type { LowAnswer } from '../../features/surveys/survey-draft';

const LogComplaintPanel = lazy(async () => ({
  default: (await import('../../features/complaints/components/log-panel')).LogComplaintPanel,
}));

interface ComplaintFromAnswerProps extends Pick<LogComplaintPanelProps, 'member' | 'onDone' | 'onCancel'> {
  /** The low answer that it follows; it begins with its words, and the answer keeps that it led here. */
  readonly from: LowAnswer | null;
}

/** A complaint of whoever is served, at the counter or in a call; it may follow a low answer in a survey. */
export function ComplaintFromAnswer({ from, ...panel }: ComplaintFromAnswerProps) {
  const link = useLinkComplaint();
  return (
    <Suspense fallback={null}>
      <LogComplaintPanel
        {...panel}
        said={from?.note ?? ''}
        onLogged={(complaintId) => {
          if (from !== null) void link.run({ answerId: from.answerId, complaintId });
        }}
      />
    </Suspense>
  );
}
