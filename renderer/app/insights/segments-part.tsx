import { useNavigate } from '@tanstack/react-router';
import { Segments } from '../../features/segments/screens/segments';
import { openMember } from '../counter/counter-state';

/** Segments lead to where their members are served, and to where coupons are issued to many. */
export function SegmentsPart() {
  const navigate = useNavigate();
  return (
    <Segments
      onMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
      onCampaign={() => void navigate({ to: '/loyalty' })}
    />
  );
}
