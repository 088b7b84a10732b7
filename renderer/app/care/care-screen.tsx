import { VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Lists } from '../../features/care/screens/lists';
import { Tasks } from '../../features/care/screens/tasks';
import { openComplaint } from '../../features/complaints/desk-state';
import { Events } from '../../features/invitations/screens/events';
import classes from '../../ui/part-screen.module.css';
import { PartTabs } from '../../ui/part-tabs';
import { openMember } from '../counter/counter-state';
import { CallSurvey } from './call-survey';
import { PARTS, showPart, useCarePart } from './care-state';

// Charts are a good part of the page's code: only who looks at one loads them.
const Results = lazy(async () => ({
  default: (await import('../../features/care/screens/results')).Results,
}));

/** What the shop does to keep its customers: whom to call today, many at once, events, and what came of it. */
export function CareScreen() {
  const { t } = useTranslation('care');
  const part = useCarePart((care) => care.part);
  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <PartTabs
        label={t('title')}
        parts={PARTS.map((each) => ({ part: each, word: t(`part.${each}`) }))}
        chosen={part}
        onChoose={showPart}
      />
      <div className={classes.body}>
        <Suspense fallback={null}>
          <PartOf />
        </Suspense>
      </div>
    </div>
  );
}

function PartOf() {
  const navigate = useNavigate();
  const part = useCarePart((care) => care.part);
  switch (part) {
    case 'tasks':
      return (
        <Tasks
          onMember={(memberId) => {
            openMember(memberId);
            void navigate({ to: '/counter' });
          }}
          onComplaint={(complaintId) => {
            openComplaint(complaintId);
            void navigate({ to: '/complaints' });
          }}
          survey={({ id, member }, onClose) => <CallSurvey taskId={id} member={member} onClose={onClose} />}
        />
      );
    case 'lists':
      return <Lists />;
    case 'events':
      return <Events />;
    case 'results':
      return <Results />;
  }
}
