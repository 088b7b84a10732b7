import { VisuallyHidden } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channel, useMays } from '../../lib/desk';
import { OnlyFor } from '../../ui/only-for';
import classes from '../../ui/part-screen.module.css';
import { PartTabs } from '../../ui/part-tabs';
import { PARTS, type Part, showPart, useOffice } from './office-state';

const PART_OF: Readonly<Record<Part, ComponentType>> = {
  exchange: lazy(async () => ({
    default: (await import('../../features/exchange/screens/exchange-screen')).ExchangeScreen,
  })),
  headOffice: lazy(async () => ({ default: (await import('./head-office-part')).HeadOfficePart })),
  days: lazy(async () => ({
    default: (await import('../../features/days/screens/days-screen')).DaysScreen,
  })),
  backups: lazy(async () => ({
    default: (await import('../../features/backups/screens/backups-screen')).BackupsScreen,
  })),
  staff: lazy(async () => ({
    default: (await import('../../features/staff/screens/staff-screen')).StaffScreen,
  })),
  audit: lazy(async () => ({ default: (await import('./audit-part')).AuditPart })),
  support: lazy(async () => ({
    default: (await import('../../features/support/screens/support-screen')).SupportScreen,
  })),
  pos: lazy(async () => ({ default: (await import('./pos-part')).PosPart })),
};

/** What a part reads first; null = everybody sees some of it. */
const NEEDS: Readonly<Record<Part, Channel | null>> = {
  exchange: 'exchange.exports',
  headOffice: null,
  days: 'days.closes',
  backups: null,
  staff: null,
  audit: 'audit.list',
  support: null,
  pos: null,
};

/** What is done behind the counter: data in and out, head office, closing the day, backups, staff, who did what. */
export function OfficeScreen() {
  const { t } = useTranslation('office');
  const { part } = useOffice();
  const may = useMays();
  const Shown = PART_OF[part];
  const isClosed = (each: Part) => {
    const needs = NEEDS[each];
    return needs !== null && may(needs).how === 'never';
  };
  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <PartTabs
        label={t('title')}
        parts={PARTS.map((each) => ({ part: each, word: t(`part.${each}`), closed: isClosed(each) }))}
        chosen={part}
        onChoose={showPart}
      />
      <div className={classes.body}>
        <Suspense fallback={null}>
          <OnlyFor channel={NEEDS[part]} what={t(`part.${part}`)}>
            <Shown key={part} />
          </OnlyFor>
        </Suspense>
      </div>
    </div>
  );
}
