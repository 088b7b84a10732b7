import { useNavigate } from '@tanstack/react-router';
import { beginCampaign } from '../../features/coupons/campaign-draft';
import { Segments } from '../../features/segments/screens/segments';
import { useOpenStore } from '../../lib/store-context';
import { openMember } from '../counter/counter-state';
import { show } from '../loyalty/loyalty-state';

/** Segments lead to where their members are served, and to where coupons are issued to many. */
export function SegmentsPart() {
  const navigate = useNavigate();
  const store = useOpenStore();
  return (
    <Segments
      onMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
      onCampaign={(whom) => {
        beginCampaign(store.id, whom);
        show('campaigns');
        void navigate({ to: '/loyalty' });
      }}
    />
  );
}
