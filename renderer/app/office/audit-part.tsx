import { useNavigate } from '@tanstack/react-router';
import { AuditScreen } from '../../features/audit/screens/audit-screen';
import { openMember } from '../counter/counter-state';

/** The audit trail in the office; a member in it is opened at the counter. */
export function AuditPart() {
  const navigate = useNavigate();
  return (
    <AuditScreen
      onMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
    />
  );
}
