import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { Ago } from '../../../ui/ago';
import type { Task } from '../api';
import { BudgetLine } from './budget-line';
import classes from './task-view.module.css';

/** What is known before one dials: the last purchase, what is left of the month, what somebody noted. */
export function TaskFacts({ task }: { readonly task: Task }) {
  const { t } = useTranslation('care');
  return (
    <dl className={`${classes.facts} numbers`}>
      <dt>{t('facts.last')}</dt>
      <dd>
        {task.last === null ? (
          t('facts.never')
        ) : (
          <>
            <Ago date={task.last.on} />
            {task.last.product === null ? null : ` · ${task.last.product}`} · {money(task.last.amount)}
          </>
        )}
      </dd>
      <dt>{t('facts.budget')}</dt>
      <dd>
        <BudgetLine budget={task.budget} />
      </dd>
      {task.note === '' ? null : (
        <>
          <dt>{t('facts.note')}</dt>
          <dd className={classes.words} data-selectable="">
            {task.note}
          </dd>
        </>
      )}
    </dl>
  );
}
