import { VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Campaigns } from '../../features/coupons/screens/campaigns';
import { type FunctionKey, useFunctionKeys } from '../../lib/function-keys';
import classes from '../../ui/part-screen.module.css';
import { PartTabs } from '../../ui/part-tabs';
import { PARTS, show, turnTable, useLoyalty } from './loyalty-state';

// Charts are a good part of the page's code: only who looks at one loads them.
const Liability = lazy(async () => ({
  default: (await import('../../features/points/components/liability')).Liability,
}));

/** To the row at which the arrows go on; false where there is no row. */
function focusRow(within: HTMLElement | null): boolean {
  const row = within?.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
  row?.focus();
  return row !== null && row !== undefined;
}

/** What the shop gives its members: campaigns of coupons, and what it owes in points. */
export function LoyaltyScreen() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const { part, asTable } = useLoyalty();
  const first = useRef<HTMLSelectElement>(null);
  const past = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);

  // The form takes the focus itself once it is there; what is only read can be scrolled by the arrows.
  useEffect(() => {
    if (part === 'campaigns') (first.current ?? body.current)?.focus();
    else if (!(asTable && focusRow(body.current))) body.current?.focus();
  }, [part, asTable]);

  /** Without a coupon to issue the way to the settings stands where the form would. */
  const begin = () => (first.current ?? body.current?.querySelector('button'))?.focus();
  const ofPart: FunctionKey[] =
    part === 'campaigns'
      ? [
          { key: 'F4', word: t('loyalty.new'), run: begin },
          { key: 'F6', word: t('loyalty.past'), run: () => void focusRow(past.current) },
        ]
      : [
          {
            key: 'F4',
            word: t(asTable ? 'loyalty.chart' : 'loyalty.table'),
            run: turnTable,
            active: asTable,
          },
          { key: 'F10', word: t('loyalty.print'), run: () => window.print() },
        ];
  useFunctionKeys(ofPart);

  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{t('loyalty.title')}</VisuallyHidden>
      <PartTabs
        label={t('loyalty.title')}
        parts={PARTS.map((each) => ({ part: each, word: t(`loyalty.${each}`) }))}
        chosen={part}
        onChoose={show}
      />
      <div className={classes.body} ref={body} tabIndex={-1}>
        {part === 'campaigns' ? (
          <Campaigns
            onSettings={() => void navigate({ to: '/settings' })}
            firstRef={first}
            batchesRef={past}
          />
        ) : (
          <Suspense fallback={null}>
            <Liability asTable={asTable} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
