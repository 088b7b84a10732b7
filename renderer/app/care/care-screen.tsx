import { VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Lists } from '../../features/care/screens/lists';
import { Tasks } from '../../features/care/screens/tasks';
import { openComplaint } from '../../features/complaints/desk-state';
import { Events } from '../../features/invitations/screens/events';
import type { FunctionKey } from '../../lib/function-keys';
import { PartTabs } from '../../ui/part-tabs';
import { openMember } from '../counter/counter-state';
import classes from './care-screen.module.css';
import { PARTS, showPart, useCarePart } from './care-state';

// Charts are a good part of the page's code: only who looks at one loads them.
const Results = lazy(async () => ({
  default: (await import('../../features/care/screens/results')).Results,
}));

/** What the shop does to keep its customers: whom to call today, many at once, events, and what came of it. */
export function CareScreen() {
  const { t } = useTranslation('care');
  const part = useCarePart((care) => care.part);
  const parts = PARTS.map((each) => ({ ...each, word: t(`part.${each.part}`) }));
  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <PartTabs label={t('title')} parts={parts} chosen={part} onChoose={showPart} />
      <div className={classes.body}>
        <Suspense fallback={null}>
          <PartOf
            partKeys={parts.map(({ part: each, key, word }) => ({
              key,
              word,
              run: () => showPart(each),
              elsewhere: true,
            }))}
          />
        </Suspense>
      </div>
    </div>
  );
}

function PartOf({ partKeys }: { readonly partKeys: readonly FunctionKey[] }) {
  const navigate = useNavigate();
  const part = useCarePart((care) => care.part);
  switch (part) {
    case 'tasks':
      return (
        <Tasks
          partKeys={partKeys}
          onMember={(memberId) => {
            openMember(memberId);
            void navigate({ to: '/counter' });
          }}
          onComplaint={(complaintId) => {
            openComplaint(complaintId);
            void navigate({ to: '/complaints' });
          }}
        />
      );
    case 'lists':
      return <Lists partKeys={partKeys} />;
    case 'events':
      return <Events partKeys={partKeys} />;
    case 'results':
      return <Results partKeys={partKeys} />;
  }
}
