import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { PartTabs } from '../../../ui/part-tabs';
import { PeriodChoice, usePeriod } from '../../../ui/period-choice';
import { AnswersPart } from '../components/answers-part';
import { ChangesPart } from '../components/changes-part';
import { RankingPart } from '../components/ranking-part';
import { choosePeriod, PARTS, show, turnLow, turnTable, useSurveys } from '../surveys-state';
import classes from './surveys-screen.module.css';

// Charts are a good part of the page's code: only who looks at one loads them.
const ResultsPart = lazy(async () => ({
  default: (await import('../components/results-part')).ResultsPart,
}));

interface SurveysScreenProps {
  /** To a member's card, for instance to speak with whom has complained. */
  readonly onOpenMember: (memberId: string) => void;
}

/** What customers say, of whom, and what the shop changes because of it (S84-S88). */
export function SurveysScreen({ onOpenMember }: SurveysScreenProps) {
  const { t } = useTranslation('surveys');
  const { part, period: chosen, asTable, lowOnly } = useSurveys();
  const period = usePeriod(chosen);
  const body = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLTextAreaElement>(null);

  // What is only read can be scrolled by the arrows; where there are rows, they lead into them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part that comes anew takes the focus
  useEffect(() => body.current?.focus(), [part]);

  const intoRows = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' || event.target !== event.currentTarget) return;
    const row = event.currentTarget.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
    if (row === null) return;
    event.preventDefault();
    row.focus();
  };

  const ofPart: Readonly<Record<typeof part, readonly FunctionKey[]>> = {
    results: [
      { key: 'F7', word: t(asTable ? 'key.chart' : 'key.table'), run: turnTable, active: asTable },
      { key: 'F10', word: t('key.print'), run: () => window.print() },
    ],
    answers: [{ key: 'F6', word: t(lowOnly ? 'key.allAnswers' : 'key.lowAnswers'), run: turnLow }],
    ranking: [
      { key: 'F6', word: t('key.note'), run: () => form.current?.focus() },
      { key: 'F10', word: t('key.print'), run: () => window.print() },
    ],
    changes: [{ key: 'F6', word: t('key.change'), run: () => form.current?.focus() }],
  };
  useFunctionKeys(ofPart[part]);

  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <PartTabs
        label={t('title')}
        parts={PARTS.map((each) => ({ part: each, word: t(`part.${each}`) }))}
        chosen={part}
        onChoose={show}
      />
      {part === 'changes' ? null : (
        <div className={classes.tools}>
          <PeriodChoice chosen={chosen} onChoose={choosePeriod} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has the focus to be scrolled, and arrows lead from it into its rows */}
      <div className={classes.body} ref={body} tabIndex={-1} onKeyDown={intoRows}>
        {part === 'results' ? (
          <Suspense fallback={null}>
            <ResultsPart period={period} asTable={asTable} />
          </Suspense>
        ) : null}
        {part === 'answers' ? (
          <AnswersPart
            key={`${period.from} ${period.to} ${lowOnly}`}
            period={period}
            lowOnly={lowOnly}
            onOpenMember={onOpenMember}
          />
        ) : null}
        {part === 'ranking' ? <RankingPart period={period} noteRef={form} /> : null}
        {part === 'changes' ? <ChangesPart formRef={form} /> : null}
      </div>
    </div>
  );
}
