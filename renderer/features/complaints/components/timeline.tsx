import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import type { ComplaintDetail } from '../api';
import classes from './timeline.module.css';

/** Everything that was done, newest first; a step that set a due time says how it comes about. */
export function Timeline({ steps }: { readonly steps: ComplaintDetail['timeline'] }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
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
          {step.note === '' ? null : (
            <p className={classes.note} data-selectable>
              {step.note}
            </p>
          )}
          {step.due.map((due) => (
            <p key={due.clock} className={`${classes.due} numbers`}>
              {t(`timeline.due_${due.clock}`, {
                at: format.dateTime(due.at),
                start: t(step.kind === 'reopened' ? 'timeline.start_reopened' : 'timeline.start_logged'),
                from: format.dateTime(due.from),
                span: format.span(due.at - due.from),
              })}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
