import { VisuallyHidden } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BehindContext } from '../../lib/behind';
import { PartTabs } from '../../ui/part-tabs';
import classes from './insights-screen.module.css';
import { openBehind, PARTS, type Part, showPart, useInsights } from './insights-state';

// Charts are a good part of the code: only who looks at a part loads it.
const PART_OF: Readonly<Record<Part, ComponentType>> = {
  customers: lazy(async () => ({
    default: (await import('../../features/insights/screens/customers')).Customers,
  })),
  leaving: lazy(async () => ({ default: (await import('../../features/insights/screens/leaving')).Leaving })),
  value: lazy(async () => ({ default: (await import('../../features/insights/screens/value')).Value })),
  goods: lazy(async () => ({ default: (await import('../../features/insights/screens/goods')).Goods })),
};

/** Who the members are, who is leaving, what they are worth: the owner's page and what stands behind it. */
export function InsightsScreen() {
  const { t } = useTranslation('insights');
  const part = useInsights((insights) => insights.part);
  const Shown = PART_OF[part];
  return (
    <BehindContext value={openBehind}>
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
            <Shown />
          </Suspense>
        </div>
      </div>
    </BehindContext>
  );
}
