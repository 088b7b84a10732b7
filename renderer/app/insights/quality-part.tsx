import { useNavigate } from '@tanstack/react-router';
import { Quality } from '../../features/quality/screens/quality';
import { openMember } from '../counter/counter-state';

/** A record is put right where members are served: at the counter. */
export function QualityPart() {
  const navigate = useNavigate();
  return (
    <Quality
      onMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
    />
  );
}
