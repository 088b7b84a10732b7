import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../../lib/function-keys';
import { useFormat } from '../../../../lib/store-context';
import { Awaited } from '../../../../ui/awaited';
import { Bones } from '../../../../ui/bones';
import { PeriodChoice, usePeriod } from '../../../../ui/period-choice';
import { type ComplaintStatistics, useStatistics } from '../../api';
import { choosePeriod, turnTable, useStatisticsView } from '../../statistics-state';
import { useBars } from '../../use-bars';
import { Figures } from './figures';
import { Kinds, Repeats, StaffFigures } from './people';
import { Question } from './question';
import classes from './statistics.module.css';

/** What the complaints of a period say: why they come, when, how quickly they were answered, and who comes again. */
export function Statistics() {
  const { t } = useTranslation('complaints');
  const { date } = useFormat();
  const view = useStatisticsView();
  const period = usePeriod(view.period);
  const said = useStatistics(period);
  const body = useRef<HTMLDivElement>(null);
  // What is only read can be scrolled by the arrows.
  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  useFunctionKeys([
    {
      key: 'F4',
      word: t(view.asTable ? 'statistics.as_charts' : 'statistics.as_table'),
      run: turnTable,
      active: view.asTable,
    },
    { key: 'F10', word: t('statistics.print'), run: () => window.print() },
  ]);
  return (
    <div className={classes.statistics} ref={body} tabIndex={-1} data-paper="">
      <div className={classes.period}>
        <PeriodChoice chosen={view.period} onChoose={choosePeriod} />
      </div>
      <p className={classes.onPaper}>
        {t('statistics.days', { from: date(period.from), to: date(period.to) })}
      </p>
      <Awaited
        of={said}
        skeleton={<Bones rows={10} height={36} />}
        isEmpty={({ total, byReason }) => total === 0 && byReason.length === 0}
        empty={<p className={classes.empty}>{t('statistics.empty')}</p>}
      >
        {(answer) => <Answers said={answer} asTable={view.asTable} />}
      </Awaited>
    </div>
  );
}

interface AnswersProps {
  readonly said: ComplaintStatistics;
  readonly asTable: boolean;
}

function Answers({ said, asTable }: AnswersProps) {
  const { t } = useTranslation('complaints');
  const bars = useBars(said);
  const unit = t('statistics.unit');
  const count = t('statistics.head.count');
  return (
    <>
      <Figures said={said} />
      <div className={classes.questions}>
        <Question
          question={t('statistics.question.reasons')}
          unit={unit}
          bars={bars.reasons}
          heads={[t('statistics.head.reason'), count, t('statistics.head.before')]}
          asTable={asTable}
        />
        <Question
          question={t('statistics.question.months')}
          unit={unit}
          bars={bars.months}
          heads={[
            t('statistics.head.month'),
            count,
            t('statistics.head.response'),
            t('statistics.head.response_of'),
            t('statistics.head.resolution'),
            t('statistics.head.resolution_of'),
          ]}
          asTable={asTable}
        >
          {t('statistics.month_answer')}
        </Question>
        <Took of={said.toResponse} which="response" bars={bars.spread} asTable={asTable} />
        <Took of={said.toResolution} which="resolution" bars={bars.spread} asTable={asTable} />
        <Question
          question={t('statistics.question.hours')}
          unit={unit}
          bars={bars.hours}
          heads={[t('statistics.head.hour'), count]}
          asTable={asTable}
          columns
        />
        <Kinds said={said} />
        <StaffFigures said={said} />
        <Repeats said={said} />
      </div>
    </>
  );
}

interface TookProps {
  readonly of: ComplaintStatistics['toResponse'];
  readonly which: 'response' | 'resolution';
  readonly bars: ReturnType<typeof useBars>['spread'];
  readonly asTable: boolean;
}

const MINUTE_MS = 60_000;

/** How long it took, as a distribution and in one sentence. */
function Took({ of, which, bars, asTable }: TookProps) {
  const { t } = useTranslation('complaints');
  const { span } = useFormat();
  const question = t(`statistics.question.to_${which}`);
  if (of === null)
    return (
      <section className={classes.question} aria-label={question}>
        <h2>{question}</h2>
        <p className={classes.answer}>{t(`statistics.none_${which}`)}</p>
      </section>
    );
  const word = (minutes: number) => span(minutes * MINUTE_MS);
  return (
    <Question
      question={question}
      unit={t('statistics.unit')}
      bars={bars(of)}
      heads={[t('statistics.head.took'), t('statistics.head.count'), t('statistics.head.share')]}
      asTable={asTable}
    >
      {t('statistics.took', { half: word(of.p50), most: word(of.p90), longest: word(of.longest) })}
    </Question>
  );
}
