import { SEVERITIES } from '@domain/complaints/complaint';
import { CORRECTABLE } from '@domain/complaints/correction';
import { OBJECTS } from '@domain/complaints/reasons';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useReasonWord } from '../../../lib/reason-words';
import { useFormat } from '../../../lib/store-context';
import type { ComplaintDetail } from '../api';
import { useDueWords } from '../due-words';
import classes from './timeline.module.css';

type TimelineStep = ComplaintDetail['timeline'][number];

/** Everything that was done, newest first; a step that set a due time says how it comes about. */
export function Timeline({ steps }: { readonly steps: ComplaintDetail['timeline'] }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const dueWords = useDueWords();
  return (
    <ol className={classes.timeline} reversed>
      {steps.toReversed().map((step) => (
        <li key={step.seq} className={classes.step} data-kind={step.kind}>
          <div className={classes.head}>
            <strong>{t(`timeline.${step.kind}`)}</strong>
            <span className={`${classes.by} numbers`}>
              {t('timeline.by', { staff: step.staffName, at: format.dateTime(step.at) })}
            </span>
          </div>
          <More step={step} />
          {step.note === '' ? null : (
            <p className={classes.note} data-selectable>
              {step.note}
            </p>
          )}
          {step.due.map((due) => (
            <p key={due.clock} className={`${classes.due} numbers`}>
              {dueWords(due, step.kind)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What the kind of the step says beyond its note. */
function More({ step: { data } }: { readonly step: TimelineStep }) {
  const { t } = useTranslation('complaints');
  switch (data.of) {
    case 'nothing':
      return null;
    case 'escalation':
      return <p className={classes.more}>{t('timeline.to', { name: data.to })}</p>;
    case 'compensation':
      return (
        <p className={`${classes.more} numbers`}>
          {t(`give.kind_${data.kind}`)} · {data.what} · {money(data.worth)}
        </p>
      );
    case 'satisfaction':
      return <p className={classes.more}>{t('satisfaction.was', { score: data.score })}</p>;
    case 'correction':
      return (
        <ul className={classes.changes}>
          {data.changes.map(({ field, before, after }) => (
            <Change key={field} field={field} before={before} after={after} />
          ))}
        </ul>
      );
  }
}

interface ChangeProps {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What was put right, as it was and as it is; an empty field says so. */
function Change({ field, before, after }: ChangeProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const named = CORRECTABLE.find((each) => each === field);
  const words = (value: string): string => {
    if (value === '') return t('timeline.empty');
    const object = OBJECTS.find((each) => each === value);
    const severity = SEVERITIES.find((each) => each === value);
    if (named === 'object' && object !== undefined) return t(`object.${object}`);
    if (named === 'severity' && severity !== undefined) return t(`severity.${severity}`);
    return named === 'reason' ? wordOf(value, '') : value;
  };
  return (
    <li>
      {named === undefined ? field : t(`timeline.field_${named}`)}: <s>{words(before)}</s> → {words(after)}
    </li>
  );
}
