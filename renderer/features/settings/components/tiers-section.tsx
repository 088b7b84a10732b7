import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { billOn, EXAMPLE_PAID, EXAMPLE_VISIT, pointsOn, weeksTo } from '../examples';
import { useEdit } from '../use-rules-edit';
import { BillWords } from './bill-words';
import { Example } from './example';
import { RightsTable } from './rights-table';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** Levels (S39-S43, S51): what they ask for, how long they hold, and what each brings. */
export function TiersSection({ onCoupon }: { readonly onCoupon: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('tiers.title')} about={t('tiers.about')} example={<ClimbExample />}>
        <Fields>
          <RuleField at="tiers.loyal.money" />
          <RuleField at="tiers.loyal.visits" />
          <RuleField at="tiers.vip.money" />
          <RuleField at="tiers.vip.visits" />
        </Fields>
        <Fields>
          <RuleField at="tiers.windowMonths" />
          <RuleField at="tiers.protectionMonths" />
          <RuleField at="tiers.takeBackDays" />
        </Fields>
      </Section>
      <Section title={t('tiers.rights_title')} about={t('tiers.rights_about')} example={<RightsExample />}>
        <RightsTable onCoupon={onCoupon} />
      </Section>
    </>
  );
}

/** When somebody who comes every week would go up. */
function ClimbExample() {
  const { t } = useTranslation(['settings', 'common']);
  const { rules, from } = useEdit();
  const weeks = useMemo(() => weeksTo(rules, from), [rules, from]);
  const climb = (tier: 'loyal' | 'vip') => {
    const week = weeks[tier];
    const words = { tier: t(`common:tier.${tier}`) };
    return week === null ? t('example.never_reached', words) : t('example.reached', { ...words, week });
  };
  const words = { money: money(EXAMPLE_VISIT), loyal: climb('loyal'), vip: climb('vip') };
  return (
    <Example of={['tiers.loyal', 'tiers.vip', 'tiers.windowMonths', 'tiers.protectionMonths']}>
      <p>{t('example.climb', words)}</p>
    </Example>
  );
}

/** What a purchase earns, and a bill with the level's discount and a coupon. */
function RightsExample() {
  const { t } = useTranslation(['settings', 'common']);
  const { rules, from } = useEdit();
  const template = rules.coupons.templates.find(({ active, terms }) => active && terms.kind !== 'gift');
  const bill = billOn(rules, 'vip', from, template);
  return (
    <Example of={['tiers.rights.', 'coupons.']}>
      {(['loyal', 'vip'] as const).map((tier) => (
        <p key={tier}>
          {t('example.tier_earn', {
            money: money(EXAMPLE_PAID),
            tier: t(`common:tier.${tier}`),
            points: whole(pointsOn(rules, tier, from)),
          })}
        </p>
      ))}
      {bill === null ? null : <BillWords tier="vip" bill={bill} />}
    </Example>
  );
}
