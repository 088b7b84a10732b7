import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { SurveyPanel } from '../../features/surveys/components/survey-panel';
import type { LowAnswer } from '../../features/surveys/survey-draft';
import { ComplaintFromAnswer } from '../complaints/complaint-from-answer';
import classes from './call-survey.module.css';

interface CallSurveyProps {
  readonly taskId: string;
  readonly member: { readonly id: string; readonly name: string };
  /** Back to the task; `kept` = there is an answer now. */
  readonly onClose: (kept: boolean) => void;
}

/** The two questions at the end of a care call; a low answer leads to a complaint without leaving the call. */
export function CallSurvey({ taskId, member, onClose }: CallSurveyProps) {
  const [low, setLow] = useState<LowAnswer | null>(null);
  const [complains, setComplains] = useState(false);
  const complain = () => setComplains(low !== null);
  useHotkeys([['alt+C', complain, { usePhysicalKeys: true }]], []);
  if (complains) {
    const close = () => onClose(true);
    return <ComplaintFromAnswer member={member} from={low} onDone={close} onCancel={close} />;
  }
  const leave = () => onClose(low !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus
    <div
      className={classes.survey}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <SurveyPanel
        memberId={member.id}
        memberName={member.name}
        purchaseId={null}
        taskId={taskId}
        channel="phone"
        // Nothing is left to be done for who is content: the call goes on.
        onSaved={(answer) => (answer === null ? onClose(true) : setLow(answer))}
        onComplaint={complain}
        complaintKey="Alt+C"
        onCancel={leave}
      />
    </div>
  );
}
