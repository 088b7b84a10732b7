import { useTranslation } from 'react-i18next';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** When the counter locks, how long a PIN is, above what two people stand for a gift, what the watch list tells. */
export function StaffSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('staff.title')} about={t('staff.about')}>
        <Fields>
          <RuleField at="staff.lockMinutes" />
          <RuleField at="staff.pinDigits" />
        </Fields>
      </Section>
      <Section title={t('staff.four_eyes')} about={t('staff.four_eyes_about')}>
        <Fields>
          <RuleField at="staff.fourEyes.points" />
          <RuleField at="staff.fourEyes.money" />
        </Fields>
      </Section>
      <Section title={t('staff.watch')} about={t('staff.watch_about')}>
        <Fields>
          <RuleField at="staff.watch.adjustmentsPerDay" />
          <RuleField at="staff.watch.salesPerCard" />
          <RuleField at="staff.watch.refundMinutes" />
        </Fields>
      </Section>
    </>
  );
}
