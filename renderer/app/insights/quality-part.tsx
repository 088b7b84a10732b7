import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Quality } from '../../features/quality/screens/quality';
import { MergeDialog } from '../../features/rights/components/merge-dialog';
import { openMember } from '../counter/counter-state';

/** A record is put right where members are served: at the counter. Two of one person are made one on the spot. */
export function QualityPart() {
  const navigate = useNavigate();
  const [pair, setPair] = useState<readonly [oneId: string, otherId: string] | null>(null);
  const close = () => setPair(null);
  return (
    <>
      <Quality
        onMember={(memberId) => {
          openMember(memberId);
          void navigate({ to: '/counter' });
        }}
        onMerge={(oneId, otherId) => setPair([oneId, otherId])}
      />
      {pair === null ? null : (
        <MergeDialog oneId={pair[0]} otherId={pair[1]} onMerged={close} onClose={close} />
      )}
    </>
  );
}
