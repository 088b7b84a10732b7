import { useNavigate } from '@tanstack/react-router';
import { SurveysScreen } from '../../features/surveys/screens/surveys-screen';
import { openMember } from '../counter/counter-state';

/** The surveys, with the way from an answer to the counter. */
export function SurveysPage() {
  const navigate = useNavigate();
  return (
    <SurveysScreen
      onOpenMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
    />
  );
}
