import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { isComposing } from '../../../lib/typing';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useRecordAnswer } from '../api';
import { EMPTY_DRAFT, isAnswered, isTouched, type SurveyDraft } from '../survey-draft';
import { AskedBefore } from './asked-before';
import { DimensionScores } from './dimension-scores';
import { NOUGHT_TO_TEN, ONE_TO_FIVE, ScoreRow } from './score-row';
import { ServedBy } from './served-by';
import classes from './survey-panel.module.css';

/** Whom and what the survey is about, and how it is asked. */
export interface SurveyOf {
  /** Null for somebody without a record. */
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly purchaseId: string | null;
  /** The care call in which it is asked. */
  readonly taskId: string | null;
  readonly channel: 'counter' | 'phone' | 'wechat';
}

interface Scores {
  readonly satisfaction: number | null;
  readonly recommend: number | null;
}
export interface CustomerSurvey {
  /** Whether their screen is open, so that they can answer there. */
  readonly onDisplay: boolean;
  /** What they have said there; null while they have not. */
  readonly answer: (Scores & { readonly finished: boolean }) | null;
  /** Shows there what is chosen here, and whether it is kept. */
  readonly say: (said: Scores & { readonly saved: boolean }) => void;
}

interface SurveyFormProps extends SurveyOf {
  readonly customer?: CustomerSurvey;
  readonly onSaved: (draft: SurveyDraft, answer: Answered<'surveys', 'record'>) => void;
  readonly onCancel: () => void;
}

export function SurveyForm({ customer, onSaved, onCancel, ...of }: SurveyFormProps) {
  const { t } = useTranslation('surveys');
  const [draft, setDraft] = useState<SurveyDraft>(EMPTY_DRAFT);
  const [warning, setWarning] = useState<'unanswered' | 'leaving' | null>(null);
  const record = useRecordAnswer();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const said = customer?.answer ?? null;
  const say = customer?.say;
  useEffect(() => {
    if (said === null) return;
    const { satisfaction, recommend } = said;
    setDraft((last) => ({ ...last, satisfaction, recommend }));
  }, [said]);
  const { satisfaction, recommend } = draft;
  useEffect(() => say?.({ satisfaction, recommend, saved: false }), [say, satisfaction, recommend]);

  const enter = (part: Partial<SurveyDraft>) => {
    setDraft((last) => ({ ...last, ...part }));
    setWarning(null);
  };
  const save = async () => {
    if (!isAnswered(draft)) {
      setWarning('unanswered');
      return first.current?.focus();
    }
    const { dimensions: scores, ...answer } = draft;
    const { memberName: _, channel, ...about } = of;
    const theirs = said?.satisfaction === satisfaction && said.recommend === recommend;
    const end = await record.run({ ...about, ...answer, scores, channel: theirs ? 'display' : channel });
    if (end.state !== 'done') return;
    say?.({ satisfaction, recommend, saved: true });
    onSaved(draft, end.value);
  };
  const leave = () => {
    if (isTouched(draft) && warning !== 'leaving') setWarning('leaving');
    else onCancel();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    } else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <form className={classes.ground} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={of.memberName === null ? t('ask.title') : t('ask.of', { name: of.memberName })}
        onCancel={leave}
        foot={
          <div className={classes.foot}>
            {warning === null ? null : <Notice tone="mind">{t(`ask.${warning}`)}</Notice>}
            <NotDone
              of={record.now}
              words={(refusal) => t(`refusal.${refusal.code}`)}
              onRetry={() => void save()}
            />
            <KeyButton cap="Enter" onClick={() => void save()} loading={record.now.state === 'busy'}>
              {t('ask.save')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>
          <AskedBefore memberId={of.memberId} />
          {customer?.onDisplay === true ? (
            <Notice tone="quiet">{t(`ask.display_${stageOf(said)}`)}</Notice>
          ) : null}
          <ScoreRow
            label={t('question.satisfaction')}
            scores={ONE_TO_FIVE}
            words={ONE_TO_FIVE.map((score) => t(`score.${score}`))}
            ends={[t('score.1'), t('score.5')]}
            looks="faces"
            value={satisfaction}
            onChange={(score) => enter({ satisfaction: score })}
            onSettled={() => second.current?.focus()}
            focusRef={first}
          />
          <ScoreRow
            label={t('question.recommend')}
            scores={NOUGHT_TO_TEN}
            ends={[t('score.never'), t('score.certainly')]}
            value={recommend}
            onChange={(score) => enter({ recommend: score })}
            focusRef={second}
          />
          <DimensionScores draft={draft} onScored={enter} />
          <Textarea
            label={t('ask.note')}
            placeholder={t('ask.note_hint')}
            minRows={1}
            maxRows={5}
            autosize
            maxLength={500}
            value={draft.note}
            onChange={(event) => enter({ note: event.currentTarget.value })}
          />
          <ServedBy value={draft.servedBy} onChange={(servedBy) => enter({ servedBy })} />
        </div>
      </Panel>
    </form>
  );
}

const stageOf = (said: CustomerSurvey['answer']): 'asked' | 'answering' | 'finished' =>
  said === null ? 'asked' : said.finished ? 'finished' : 'answering';
