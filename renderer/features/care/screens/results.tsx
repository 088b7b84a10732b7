import { addDays } from '@domain/calendar/business-day';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useResults } from '../api';
import { BoughtAnswer } from '../components/bought-answer';
import { OutcomesAnswer, ReasonsAnswer, WorkAnswer } from '../components/other-answers';
import classes from '../components/results.module.css';

const SPANS = ['30', '90', '365'] as const;
type Span = (typeof SPANS)[number];

/** What came of it all, one question after the other; the figures behind the charts by one key. */
export function Results({ partKeys }: { readonly partKeys: readonly FunctionKey[] }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const [span, setSpan] = useState<Span>('90');
  const [asTable, setAsTable] = useState(false);
  const from = addDays(format.today, -Number(span));
  const results = useResults(from, format.today);
  useFunctionKeys([
    ...partKeys,
    {
      key: 'F6',
      word: t(asTable ? 'results.asChart' : 'results.asTable'),
      run: () => setAsTable(!asTable),
      active: asTable,
    },
    { key: 'F8', word: t('results.print'), run: () => window.print() },
  ]);
  return (
    <section className={classes.results} data-paper="" aria-label={t('part.results')}>
      <div className={classes.head}>
        <SegmentedControl<Span>
          size="xs"
          aria-label={t('results.span')}
          transitionDuration={0}
          value={span}
          onChange={setSpan}
          data={SPANS.map((value) => ({ value, label: t(`results.span_${value}`) }))}
        />
        <span className="quiet numbers">
          {t('results.made_between', { from: format.date(from), to: format.date(format.today) })}
        </span>
      </div>
      <Awaited of={results} skeleton={<Bones rows={8} height={36} />}>
        {(shown) => (
          <>
            <BoughtAnswer results={shown} asTable={asTable} />
            <WorkAnswer results={shown} />
            <OutcomesAnswer results={shown} asTable={asTable} />
            <ReasonsAnswer results={shown} asTable={asTable} />
          </>
        )}
      </Awaited>
    </section>
  );
}
