import { useNavigate } from '@tanstack/react-router';
import { ComplaintsScreen } from '../../features/complaints/screens/complaints-screen';
import { openMember } from '../counter/counter-state';

/** From a complaint its member is opened where members are served: at the counter. */
export function ComplaintsPage() {
  const navigate = useNavigate();
  return (
    <ComplaintsScreen
      onOpenMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
    />
  );
}
