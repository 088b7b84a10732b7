import type { Period } from '@domain/calendar/period';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type FiguresOf, type IndicatorsOf, type Share, useFigures, useIndicators } from '../api';

/** What each member of staff sold, and how content and loyal those are whom they served (S86). */
export function StaffPart({ period }: { readonly period: Period }) {
  const figures = useFigures(period);
  return (
    <Awaited of={useIndicators(period)} skeleton={<Bones rows={4} height={36} />}>
      {(indicators) => (
        <Awaited of={figures} skeleton={<Bones rows={4} height={36} />}>
          {(sold) => <Staff indicators={indicators} figures={sold} />}
        </Awaited>
      )}
    </Awaited>
  );
}

interface StaffProps {
  readonly indicators: IndicatorsOf;
  readonly figures: FiguresOf;
}

function Staff({ indicators, figures }: StaffProps) {
  const { t } = useTranslation('overview');
  const table = useMemo<Table>(() => {
    const soldBy = (staffId: string | null) => figures.staff.find((one) => one.staffId === staffId);
    const imported = soldBy(null);
    return {
      title: t('question.staff'),
      columns: [
        { name: t('head.staff'), kind: 'text' },
        { name: t('figure.money'), kind: 'money' },
        { name: t('figure.bills'), kind: 'whole' },
        { name: t('key.satisfaction'), kind: 'percent' },
        { name: t('staff.repurchase'), kind: 'percent' },
        { name: t('key.loyaltyScore'), kind: 'decimal' },
        { name: t('staff.onTime'), kind: 'percent' },
      ],
      rows: [
        ...indicators.staff.map((one) => ({
          id: one.staffId,
          cells: [
            one.name,
            soldBy(one.staffId)?.money ?? 0,
            soldBy(one.staffId)?.bills ?? 0,
            shareOf(one.satisfaction),
            shareOf(one.repurchase),
            one.loyaltyScore?.score ?? null,
            shareOf(one.complaintsOnTime),
          ],
        })),
        ...(imported === undefined
          ? []
          : [
              {
                id: 'imported',
                cells: [t('staff.imported'), imported.money, imported.bills, null, null, null, null],
              },
            ]),
      ],
      total: [
        t('staff.store'),
        figures.now.money,
        figures.now.bills,
        shareOf(indicators.now.satisfaction),
        null,
        null,
        null,
      ],
    };
  }, [t, indicators, figures]);
  const tooEarly = indicators.staff.every(({ repurchase }) => repurchase === null);
  return (
    <Question table={table} why={t('why.staff')} {...(tooEarly ? { answer: t('staff.too_early') } : {})} />
  );
}

const shareOf = (share: Share): number | null => (share === null ? null : share.percent / 100);
