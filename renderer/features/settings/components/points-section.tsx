import { lotLastDay } from '@domain/points/earn';
import { mostRedeemable, worthOf } from '@domain/purchases/redemption';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { EXAMPLE_PAID, EXAMPLE_ROUND_BILL, pointsOn } from '../examples';
import { useEdit } from '../use-rules-edit';
import { Example } from './example';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

export function PointsSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('rules.title')} about={t('rules.about')} example={<PointsExample />}>
        <Fields>
          <RuleField at="points.earn.perFen" />
          <RuleField at="points.earn.points" />
          <RuleField at="points.expiryMonths" />
        </Fields>
        <Fields>
          <RuleField at="points.redeem.points" />
          <RuleField at="points.redeem.worthFen" />
          <RuleField at="points.redeemMinimum" />
          <RuleField at="points.redeemStep" />
          <RuleField at="points.redeemMaxPercent" />
        </Fields>
      </Section>
      <Section title={t('rules.care_title')} about={t('rules.care_about')}>
        <Fields>
          <RuleField at="points.restoredLotDays" />
          <RuleField at="points.adjustDailyLimit" />
        </Fields>
      </Section>
    </>
  );
}

function PointsExample() {
  const { t } = useTranslation('settings');
  const { rules, from } = useEdit();
  const format = useFormat();
  const last = lotLastDay(from, rules.points);
  const most = mostRedeemable(EXAMPLE_ROUND_BILL, Number.MAX_SAFE_INTEGER, rules.points).points;
  const earned = { money: money(EXAMPLE_PAID), points: whole(pointsOn(rules, 'regular', from)) };
  const redeemed = {
    bill: money(EXAMPLE_ROUND_BILL),
    points: whole(most),
    worth: money(worthOf(most, rules.points)),
  };
  return (
    <Example of={['points.']}>
      <p>{t('example.earn', earned)}</p>
      <p>{last === null ? t('example.never') : t('example.expiry', { date: format.date(last) })}</p>
      <p>{t('example.redeem', redeemed)}</p>
    </Example>
  );
}
