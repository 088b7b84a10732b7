import { useOpenStore } from '../../../lib/store-context';
import { Builder, type Whom } from '../components/builder';
import { SegmentsList } from '../components/segments-list';
import { useSegmentsState } from '../state';

interface SegmentsProps {
  readonly onMember: (memberId: string) => void;
  readonly onCampaign: (whom: Whom) => void;
}

/** Groups of members by rule: saved, built, counted, and given something to do (S27). */
export function Segments(props: SegmentsProps) {
  const store = useOpenStore();
  const { building } = useSegmentsState(store.id);
  return building === null ? <SegmentsList /> : <Builder {...building} {...props} />;
}
