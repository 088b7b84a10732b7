import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type ChosenPeriod, PeriodChoice, usePeriod } from '../../../ui/period-choice';
import { useResults } from '../api';
import { BoughtAnswer } from '../components/bought-answer';
import { OutcomesAnswer, ReasonsAnswer, WorkAnswer } from '../components/other-answers';
import classes from '../components/results.module.css';

/** What came of it all, one question after the other; the figures behind the charts by one key. */
export function Results() {
  const { t } = useTranslation('care');
  const [chosen, setChosen] = useState<ChosenPeriod>({ span: 'days90' });
  const [asTable, setAsTable] = useState(false);
  const { from, to } = usePeriod(chosen);
  const results = useResults(from, to);
  const page = useRef<HTMLElement>(null);
  // What is only read can be scrolled by the arrows.
  useEffect(() => page.current?.focus(), []);
  useFunctionKeys([
    {
      key: 'F6',
      word: t(asTable ? 'results.asChart' : 'results.asTable'),
      run: () => setAsTable(!asTable),
      active: asTable,
    },
    { key: 'F10', word: t('results.print'), run: () => window.print() },
  ]);
  return (
    <section
      ref={page}
      tabIndex={-1}
      className={classes.results}
      data-paper=""
      aria-label={t('part.results')}
    >
      <div className={classes.head}>
        <span className="quiet">{t('results.tasksOf')}</span>
        <PeriodChoice chosen={chosen} onChoose={setChosen} />
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
