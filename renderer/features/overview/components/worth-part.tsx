import type { Period } from '@domain/calendar/period';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type IndicatorsOf, useIndicators } from '../api';
import classes from './overview.module.css';

/** What a customer is worth on average: so far, and in the coming 12 months (S16, S21). */
export function WorthPart({ period }: { readonly period: Period }) {
  const { t } = useTranslation('overview');
  return (
    <Awaited of={useIndicators(period)} skeleton={<Bones rows={3} height={36} />}>
      {({ worth }) =>
        worth === null ? (
          <section aria-label={t('question.worth')}>
            <h2 className={classes.title}>{t('question.worth')}</h2>
            <p className={classes.quiet}>{t('worth.nobody')}</p>
          </section>
        ) : (
          <Worth worth={worth} />
        )
      }
    </Awaited>
  );
}

function Worth({ worth }: { readonly worth: NonNullable<IndicatorsOf['worth']> }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { spent, expected, buyers, asOf } = worth;
  const table = useMemo<Table>(
    () => ({
      title: t('question.worth'),
      columns: [
        { name: t('head.average'), kind: 'text' },
        { name: t('head.worth'), kind: 'money' },
      ],
      rows: [
        { id: 'spent', cells: [t('worth.spent'), spent] },
        { id: 'expected', cells: [t('worth.expected'), expected] },
      ],
      ...(expected === null ? {} : { total: [t('worth.both'), spent + expected] }),
    }),
    [t, spent, expected],
  );
  return (
    <Question
      table={table}
      why={t('why.worth')}
      answer={t(expected === null ? 'worth.answer_few' : 'worth.answer', {
        ...{ count: buyers, buyers: whole(buyers), date: format.date(asOf) },
        worth: money(spent + (expected ?? 0)),
      })}
    />
  );
}
