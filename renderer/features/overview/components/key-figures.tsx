import type { Period } from '@domain/calendar/period';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type Customers, type IndicatorsOf, useCustomers, useIndicators } from '../api';
import { type KeyFigure, keyFigures } from '../key-figures';
import { KeyFigureCard } from './key-figure-card';
import classes from './overview.module.css';

/** How content and how loyal customers are, beside the targets (S85, S86, S21). */
export function KeyFiguresPart({ period }: { readonly period: Period }) {
  const customers = useCustomers(period);
  return (
    <Awaited of={useIndicators(period)} skeleton={<Bones rows={3} height={64} />}>
      {(indicators) => <KeyFigures indicators={indicators} customers={customers.data ?? null} />}
    </Awaited>
  );
}

interface KeyFiguresProps {
  readonly indicators: IndicatorsOf;
  /** Null while they are awaited: retention comes with them. */
  readonly customers: Customers | null;
}

function KeyFigures({ indicators, customers }: KeyFiguresProps) {
  const { t } = useTranslation('overview');
  const figures = useMemo(() => keyFigures(indicators, customers), [indicators, customers]);
  const table = useKeyTable(figures);
  return (
    <Question
      table={table}
      why={t('why.key')}
      chart={
        <div className={`${classes.cards} numbers`}>
          {figures.map((figure) => (
            <KeyFigureCard key={figure.id} figure={figure} />
          ))}
        </div>
      }
    />
  );
}

/** All of them in percent or points, so in one kind of column. */
function useKeyTable(figures: readonly KeyFigure[]): Table {
  const { t } = useTranslation('overview');
  return useMemo(
    () => ({
      title: t('question.key'),
      columns: [
        { name: t('head.figure'), kind: 'text' },
        { name: t('head.value'), kind: 'decimal' },
        { name: t('head.low'), kind: 'decimal' },
        { name: t('head.high'), kind: 'decimal' },
        { name: t('head.of'), kind: 'whole' },
        { name: t('head.target'), kind: 'whole' },
        { name: t('head.before'), kind: 'decimal' },
      ],
      rows: figures.map(({ id, now, of, target, before }) => ({
        id,
        cells: [
          t(`key.${id}`),
          now?.at ?? null,
          now?.low ?? null,
          now?.high ?? null,
          of?.count ?? null,
          target,
          before,
        ],
      })),
    }),
    [t, figures],
  );
}
