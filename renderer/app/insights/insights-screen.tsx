import { VisuallyHidden } from '@mantine/core';
import { Activity, type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingLine } from '../../features/insights/components/standing-line';
import { type Behind, BehindContext, focusFigure } from '../../lib/behind';
import { useMay } from '../../lib/desk';
import { OnlyFor } from '../../ui/only-for';
import classes from '../../ui/part-screen.module.css';
import { PartTabs } from '../../ui/part-tabs';
import { BehindList } from './behind-list';
import { openBehind, PARTS, type Part, showPart, useInsights } from './insights-state';

// Charts are a good part of the code: only who looks at a part loads it.
const PART_OF: Readonly<Record<Part, ComponentType>> = {
  overview: lazy(async () => ({
    default: (await import('../../features/overview/screens/overview')).Overview,
  })),
  customers: lazy(async () => ({
    default: (await import('../../features/insights/screens/customers')).Customers,
  })),
  leaving: lazy(async () => ({ default: (await import('./leaving-part')).LeavingPart })),
  value: lazy(async () => ({ default: (await import('../../features/insights/screens/value')).Value })),
  goods: lazy(async () => ({ default: (await import('../../features/insights/screens/goods')).Goods })),
  segments: lazy(async () => ({ default: (await import('./segments-part')).SegmentsPart })),
  quality: lazy(async () => ({ default: (await import('./quality-part')).QualityPart })),
};

/** What the shop takes in is for those who run it. */
const FIGURES = 'overview.figures';

/** Who the members are, who is leaving, what they are worth: the owner's page and what stands behind it. */
export function InsightsScreen() {
  const { t } = useTranslation('insights');
  const { part, behind } = useInsights();
  const isClosed = useMay(FIGURES).how === 'never';
  const Shown = PART_OF[part];
  const body = useRef<HTMLDivElement>(null);
  const last = useRef<{ readonly title: Behind['title']; readonly part: Part } | null>(null);
  // Whoever comes back from a list finds the figure that they had opened, or else the index of its page.
  useEffect(() => {
    const { current: from } = last;
    last.current = behind === null ? null : { title: behind.title, part };
    if (behind !== null || from === null || from.part !== part || body.current === null) return;
    if (!focusFigure(body.current, from.title))
      body.current.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [behind, part]);
  return (
    <BehindContext value={openBehind}>
      <div className={classes.screen}>
        <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
        <PartTabs
          label={t('title')}
          parts={PARTS.map((each) => ({
            part: each,
            word: t(`part.${each}`),
            closed: each === 'overview' && isClosed,
          }))}
          chosen={part}
          onChoose={showPart}
        />
        <StandingLine />
        <div className={classes.body} ref={body}>
          {behind === null ? null : <BehindList {...behind} />}
          <Activity mode={behind === null ? 'visible' : 'hidden'}>
            <Suspense fallback={null}>
              <OnlyFor channel={part === 'overview' ? FIGURES : null} what={t(`part.${part}`)}>
                <Shown key={part} />
              </OnlyFor>
            </Suspense>
          </Activity>
        </div>
      </div>
    </BehindContext>
  );
}
