import { useNavigate } from '@tanstack/react-router';
import { beginCampaign } from '../../features/coupons/campaign-draft';
import { MemberList } from '../../features/segments/components/member-list';
import { build } from '../../features/segments/state';
import { type Behind, figureOf } from '../../lib/behind';
import { useSay } from '../../lib/phrase';
import { useOpenStore } from '../../lib/store-context';
import { openMember } from '../counter/counter-state';
import { show } from '../loyalty/loyalty-state';
import { closeBehind, showPart } from './insights-state';

/** The members behind a figure, in front of the part that the figure is on. */
export function BehindList({ title, rule, order }: Behind) {
  const navigate = useNavigate();
  const store = useOpenStore();
  const name = useSay()(title);
  return (
    <MemberList
      key={figureOf(title)}
      title={name}
      rule={rule}
      order={order}
      onOpen={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
      onCampaign={(whom) => {
        beginCampaign(store.id, whom);
        show('campaigns');
        void navigate({ to: '/loyalty' });
      }}
      onRefine={() => {
        build(store.id, { rule, name });
        showPart('segments');
      }}
      onBack={closeBehind}
    />
  );
}
