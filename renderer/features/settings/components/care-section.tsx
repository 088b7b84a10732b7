import { TASK_KINDS } from '@domain/care/task';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock } from '../draft/kinds';
import { useEdit } from '../use-rules-edit';
import { Example } from './example';
import { Festivals } from './festivals';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** Made by somebody, not by a rule: there is nothing to switch off. */
const BY_PEOPLE: readonly string[] = ['invitation', 'plan', 'by_hand'];

/** How seldom anybody is bothered (S58, S59), when, and what Shuke reminds of by itself. */
export function CareSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('care.title')} about={t('care.about')} example={<BudgetExample />}>
        <Fields>
          <RuleField at="care.budget.perMonth" />
          <RuleField at="care.budget.afterUnanswered" />
          <RuleField at="care.budget.lowered" />
        </Fields>
        <Fields>
          <RuleField at="care.quiet.from" placeholder="21:00" />
          <RuleField at="care.quiet.to" placeholder="09:00" />
        </Fields>
      </Section>
      <Section title={t('care.kinds_title')} about={t('care.kinds_about')}>
        <Kinds />
        <Fields>
          <RuleField at="care.firstPurchaseDays" />
          <RuleField at="care.birthdayDays" />
          <RuleField at="care.complaintDays" />
          <RuleField at="care.dormantDays" />
          <RuleField at="care.refreshMonths" />
          <RuleField at="care.controlPercent" />
          <RuleField at="care.nurtureDays" width="words" placeholder="7, 30" />
        </Fields>
      </Section>
      <Festivals />
    </>
  );
}

function Kinds() {
  const { t } = useTranslation(['settings', 'care']);
  const { draft, put } = useEdit();
  const kinds = TASK_KINDS.filter((kind) => !BY_PEOPLE.includes(kind));
  return (
    <Checkbox.Group
      label={t('care.kinds')}
      value={kinds.filter((kind) => !draft.off.includes(kind))}
      onChange={(made) => put({ off: kinds.filter((kind) => !made.includes(kind)) })}
    >
      <Fields>
        {kinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`care:kind.${kind}`)} />
        ))}
      </Fields>
    </Checkbox.Group>
  );
}

function BudgetExample() {
  const { t } = useTranslation('settings');
  const { rules } = useEdit();
  const { perMonth, lowered, afterUnanswered } = rules.care.budget;
  const { from, to } = rules.care.quiet;
  return (
    <Example of={['care.budget.', 'care.quiet.']}>
      <p>{t('care.example_budget', { count: perMonth, lowered, afterUnanswered })}</p>
      <p>
        {from === to
          ? t('care.example_no_quiet')
          : t('care.example_quiet', {
              from: clock.show(from),
              to: clock.show(to),
            })}
      </p>
    </Example>
  );
}
