import type { Budget } from '@contract/care';
import { useTranslation } from 'react-i18next';
import { clockWords } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { Why } from '../../../ui/why';
import { useRules } from '../api';
import classes from './task-view.module.css';

/** What is left of a member's month (S58, S59); `?` tells the rule and how it came to this. */
export function BudgetLine({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('care');
  return (
    <Why title={t('budget.why')} content={() => <BudgetWhy budget={budget} />}>
      {t('budget.left', { count: budget.left })}
    </Why>
  );
}

function BudgetWhy({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('care');
  return (
    <Awaited of={useRules()} skeleton={<Bones rows={4} height={28} />}>
      {({ version, effectiveFrom, rules: { care } }) => (
        <div className={classes.why}>
          <p>{t('budget.used', { count: budget.used, allowed: budget.allowed })}</p>
          {budget.unanswered === 0 ? null : <p>{t('budget.unanswered', { count: budget.unanswered })}</p>}
          {budget.lowered ? <p>{t('budget.lowered', { count: care.budget.lowered })}</p> : null}
          <p>
            {t('budget.rule', {
              perMonth: care.budget.perMonth,
              lowered: care.budget.lowered,
              after: care.budget.afterUnanswered,
            })}
          </p>
          <p>{t('budget.counts')}</p>
          {care.quiet.from === care.quiet.to ? null : (
            <p>{t('budget.quiet', { from: clockWords(care.quiet.from), to: clockWords(care.quiet.to) })}</p>
          )}
          <RuleStamp version={version} effectiveFrom={effectiveFrom} />
        </div>
      )}
    </Awaited>
  );
}
