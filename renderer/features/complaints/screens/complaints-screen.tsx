import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../../ui/part-screen.module.css';
import { PartTabs } from '../../../ui/part-tabs';
import { Board } from '../components/board';
import { openComplaint, showTab, TABS, useDesk } from '../desk-state';

const Archive = lazy(async () => ({ default: (await import('../components/archive/archive')).Archive }));
const Statistics = lazy(async () => ({
  default: (await import('../components/statistics/statistics')).Statistics,
}));
const Practice = lazy(async () => ({ default: (await import('../components/practice/practice')).Practice }));

/** The complaint desk: the day's work, everything that ever was, what it says, and how to do better. */
export function ComplaintsScreen({ onOpenMember }: { readonly onOpenMember: (memberId: string) => void }) {
  const { t } = useTranslation('complaints');
  const tab = useDesk((desk) => desk.tab);
  return (
    <section aria-label={t('title')} className={classes.screen}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <PartTabs
        label={t('tab.label')}
        parts={TABS.map((part) => ({ part, word: t(`tab.${part}`) }))}
        chosen={tab}
        onChoose={showTab}
      />
      <div className={classes.body}>
        <Suspense fallback={null}>
          {tab === 'board' ? (
            <Board onOpenMember={onOpenMember} />
          ) : tab === 'archive' ? (
            <Archive onOpen={(complaintId) => openComplaint(complaintId, 'archive')} />
          ) : tab === 'statistics' ? (
            <Statistics />
          ) : (
            <Practice />
          )}
        </Suspense>
      </div>
    </section>
  );
}
