import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type Rules, useChangeRules } from '../api';
import { draftOf, problemOf, RULE_FIELDS, type RuleField, type RulesDraft, readRules } from '../rules-draft';
import { ComplaintExample, EarnExample, ExpiryExample, RedeemExample } from './rule-examples';
import { RuleInput } from './rule-input';
import classes from './rules-form.module.css';
import { Section } from './section';

interface RulesFormProps {
  readonly version: number;
  readonly rules: Rules;
}

/** The rules as they hold, to be changed together: each group with an example that follows the typing. */
export function RulesForm({ version, rules }: RulesFormProps) {
  const { t } = useTranslation('settings');
  /** Only what was typed; the rest follows the rules in use. */
  const [typed, setTyped] = useState<Partial<RulesDraft>>({});
  const change = useChangeRules();
  const inUse = draftOf(rules);
  const draft: RulesDraft = { ...inUse, ...typed };
  const read = readRules(draft);
  const refused = change.now.state === 'refused' ? change.now.refusal : null;
  const problems =
    'problems' in read
      ? read.problems
      : refused?.code === 'invalid_rule'
        ? problemOf(refused.params.rule)
        : {};
  const next = 'rules' in read ? read.rules : rules;
  /** An example of rules that do not hold would teach the wrong thing; its place is kept. */
  const examples = 'rules' in read ? classes.examples : classes.noExamples;
  const dirty = RULE_FIELDS.some((field) => draft[field] !== inUse[field]);

  const put = (part: Partial<RulesDraft>) => {
    change.reset();
    setTyped((last) => ({ ...last, ...part }));
  };
  const save = async () => {
    if (!dirty || !('rules' in read)) return;
    const end = await change.run({ basedOn: version, rules: read.rules });
    if (end.state === 'done' || (end.state === 'refused' && end.refusal.code === 'changed_meanwhile'))
      setTyped({});
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  const input = (field: RuleField, label: string) => (
    <RuleInput
      label={label}
      value={draft[field]}
      problem={problems[field]}
      onChange={(value) => put({ [field]: value })}
    />
  );

  return (
    <form onKeyDown={press} onSubmit={(event) => event.preventDefault()} noValidate>
      <Section title={t('rules.title')} about={t('rules.about')}>
        <div className={classes.row}>
          {input('earnPer', t('rules.earn_per'))}
          {input('earnPoints', t('rules.earn_points'))}
          {input('expiryMonths', t('rules.expiry'))}
        </div>
        <div className={examples}>
          <EarnExample rules={next} />
          <ExpiryExample rules={next} />
        </div>
        <div className={classes.row}>
          {input('redeemPoints', t('rules.redeem_points'))}
          {input('redeemWorth', t('rules.redeem_worth'))}
          {input('minimum', t('rules.minimum'))}
          {input('step', t('rules.step'))}
          {input('percent', t('rules.percent'))}
        </div>
        <div className={examples}>
          <RedeemExample rules={next} />
        </div>
        <div className={classes.row}>
          {input('restoredDays', t('rules.restored'))}
          {input('adjustLimit', t('rules.adjust'))}
        </div>
      </Section>
      <Section title={t('complaints.title')} about={t('complaints.about')}>
        <div className={classes.row}>
          {input('responseHours', t('complaints.response'))}
          {input('resolutionHours', t('complaints.resolution'))}
        </div>
        <div className={examples}>
          <ComplaintExample rules={next} />
        </div>
        <div className={classes.profiles}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => put({ responseHours: '24', resolutionHours: '168' })}
          >
            {t('complaints.usual')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => put({ responseHours: '24', resolutionHours: '24' })}
          >
            {t('complaints.fast')}
          </Button>
        </div>
      </Section>
      <div className={classes.foot} data-dirty={dirty || undefined}>
        {refused?.code === 'changed_meanwhile' ? (
          <Notice tone="danger">{t('refusal.changed_meanwhile')}</Notice>
        ) : null}
        {change.now.state === 'fault' ? (
          <FaultLine mishap={change.now.mishap} onRetry={() => void save()} />
        ) : null}
        {change.now.state === 'done' && !dirty ? <Notice tone="good">{t('rules.saved')}</Notice> : null}
        {dirty ? (
          <div className={classes.acts}>
            <KeyButton
              cap="Ctrl+Enter"
              disabled={'problems' in read}
              loading={change.now.state === 'busy'}
              onClick={() => void save()}
            >
              {t('rules.save')}
            </KeyButton>
            <Button variant="default" onClick={() => setTyped({})}>
              {t('rules.discard')}
            </Button>
            <span className="quiet" role="status">
              {t('rules.unsaved')}
            </span>
          </div>
        ) : null}
      </div>
    </form>
  );
}
