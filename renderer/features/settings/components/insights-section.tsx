import { signUpTarget } from '@domain/insights/excluded';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import {
  classesOfSilence,
  EXAMPLE_BUYERS,
  EXAMPLE_GAP,
  lostAfter,
  valuesOfHundred,
} from '../insight-examples';
import { useEdit } from '../use-rules-edit';
import { Example } from './example';
import { RfmLimits } from './rfm-limits';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** How customers are parted, and what they are worth: rules "Segments and value" (S01-S25). */
export function InsightsSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section
        title={t('insights.classes_title')}
        about={t('insights.classes_about')}
        example={<ClassExample />}
      >
        <Fields>
          <RuleField at="insights.classA.purchases" />
          <RuleField at="insights.classA.days" />
          <RuleField at="insights.classBDays" />
        </Fields>
        <Fields>
          <RuleField at="insights.excludedAfterDays" />
          <RuleField at="insights.signUpTarget" />
        </Fields>
      </Section>
      <Section title={t('insights.value_title')} about={t('insights.value_about')} example={<ValueExample />}>
        <Fields>
          <RuleField at="insights.value.highPercent" />
          <RuleField at="insights.value.middlePercent" />
          <RuleField at="insights.baseFrom" />
        </Fields>
      </Section>
      <Section title={t('insights.stage_title')} about={t('insights.stage_about')} example={<LostExample />}>
        <Fields>
          <RuleField at="insights.lost.usualGaps" />
          <RuleField at="insights.lost.alivePercent" />
          <RuleField at="insights.growthPercent" />
        </Fields>
      </Section>
      <RfmLimits />
      <Section title={t('insights.model_title')} about={t('insights.model_about')}>
        <Fields>
          <RuleField at="insights.minRepeatBuyers" />
          <RuleField at="insights.yearlyDiscountPercent" />
        </Fields>
      </Section>
    </>
  );
}

function ClassExample() {
  const { t } = useTranslation(['settings', 'segments']);
  const { rules } = useEdit();
  const [now, ...later] = classesOfSilence(rules);
  const target = rules.insights.signUpTarget;
  if (now === undefined) return null;
  const turns = later.map((turn) =>
    t('insights.example_turn', { day: turn.day, class: t(`segments:choice.class.${turn.class}`) }),
  );
  return (
    <Example of={['insights.class', 'insights.excluded', 'insights.signUp', 'care.dormantDays']}>
      <p>
        {t('insights.example_class', {
          gap: EXAMPLE_GAP,
          class: t(`segments:choice.class.${now.class}`),
          turns: turns.join(t('list')),
        })}
      </p>
      <p>
        {t('insights.example_target', {
          usual: whole(target),
          target: whole(signUpTarget({ signUpTarget: target }, 2)),
        })}
      </p>
    </Example>
  );
}

function ValueExample() {
  const { t } = useTranslation('settings');
  const { rules } = useEdit();
  return (
    <Example of={['insights.value.']}>
      <p>{t('insights.example_value', { buyers: EXAMPLE_BUYERS, ...valuesOfHundred(rules) })}</p>
    </Example>
  );
}

function LostExample() {
  const { t } = useTranslation('settings');
  const { rules } = useEdit();
  return (
    <Example of={['insights.lost.']}>
      <p>{t('insights.example_lost', { gap: EXAMPLE_GAP, day: lostAfter(rules) })}</p>
    </Example>
  );
}
