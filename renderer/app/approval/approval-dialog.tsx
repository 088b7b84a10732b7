import { reaches, type StaffMember } from '@domain/staff/role';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerApproval, attendApprovals, useApprovals } from '../../lib/approvals';
import type { Desk } from '../../lib/desk';
import { Cover } from '../../ui/cover';
import { ApprovalForm } from './approval-form';
import { NobodyToAsk } from './nobody-to-ask';

interface ApprovalDialogProps {
  readonly desk: Desk;
  readonly here: StaffMember;
}

/**
 * Somebody's PIN for one call: asked wherever main wants one, over whatever screen made the call. Esc is
 * no: the screen goes on with what main had answered. A lock is no, too.
 */
export function ApprovalDialog({ desk, here }: ApprovalDialogProps) {
  const { t } = useTranslation('staff');
  const asked = useApprovals((approvals) => approvals.asked[0]);
  const [count, setCount] = useState(0);
  useEffect(attendApprovals, []);
  if (asked === undefined) return null;
  const { need } = asked;
  const mayApprove = desk.people.filter(
    ({ id, role }) => reaches(role, need.role) && !(need.another && id === here.id),
  );
  const able = mayApprove.filter(({ hasPin }) => hasPin || !desk.pins);
  const answer = (approval: string | null) => {
    setCount(count + 1);
    answerApproval(approval);
  };
  return (
    <Cover label={t(`approve.title.${need.role}`)} hides="dimmed">
      {able.length === 0 ? (
        <NobodyToAsk need={need} onBack={() => answer(null)} />
      ) : (
        <ApprovalForm
          key={count}
          need={need}
          people={able}
          here={here}
          withPin={desk.pins}
          onAnswer={answer}
        />
      )}
    </Cover>
  );
}
