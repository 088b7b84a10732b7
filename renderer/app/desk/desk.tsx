import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RecoverySheet } from '../../features/staff/components/recovery-sheet';
import { SignIn } from '../../features/staff/components/sign-in';
import { type Desk as DeskView, StaffContext, useDesk } from '../../lib/desk';
import { forgetRecoveryCode, useFreshCode } from '../../lib/recovery-code';
import { Awaited } from '../../ui/awaited';
import { ApprovalDialog } from '../approval/approval-dialog';
import { Shell } from '../shell/shell';
import { useActivity } from './use-activity';
import { WhoDialog } from './who-dialog';
import { closeWho } from './who-state';

/** An open store: whoever works here signs in first, and the shop stands below the lock as it was left. */
export function Desk() {
  const desk = useDesk();
  return <Awaited of={desk}>{(view) => <AtDesk desk={view} />}</Awaited>;
}

function AtDesk({ desk }: { readonly desk: DeskView }) {
  const [last, setLast] = useState(desk.staff);
  if (desk.staff !== null && desk.staff !== last) setLast(desk.staff);
  useActivity(desk.pins && desk.staff !== null);
  useFreshAnswers(desk.staff?.id ?? null);
  const code = useFreshCode((fresh) => fresh.code);
  return (
    <>
      {last === null ? null : (
        <StaffContext value={last}>
          <Shell />
          {desk.staff === null ? null : (
            <>
              <WhoDialog desk={desk} />
              <ApprovalDialog desk={desk} here={desk.staff} />
            </>
          )}
        </StaffContext>
      )}
      {code === null ? null : <RecoverySheet code={code} onKept={forgetRecoveryCode} />}
      {desk.staff === null ? <SignIn desk={desk} onDone={closeWho} /> : null}
    </>
  );
}

/** What was refused behind the lock, or to somebody else, is asked again by whoever has signed in. */
function useFreshAnswers(staffId: string | null): void {
  const answers = useQueryClient();
  const before = useRef(staffId);
  useEffect(() => {
    if (before.current === staffId) return;
    before.current = staffId;
    if (staffId !== null) void answers.invalidateQueries();
  }, [answers, staffId]);
}
