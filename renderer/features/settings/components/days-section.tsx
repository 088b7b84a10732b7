import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useWeekdays } from '../../../lib/use-weekdays';
import { billOn, birthdayGift, EXAMPLE_BILL, EXAMPLE_PAID, nextMemberDay, pointsOn } from '../examples';
import { useEdit } from '../use-rules-edit';
import { Example } from './example';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** Member days (S48) and birthdays (S44, S45). */
export function DaysSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('days.member_title')} about={t('days.member_about')} example={<MemberDayExample />}>
        <Weekdays />
        <Fields>
          <RuleField at="memberDay.monthDays" width="line" placeholder="8, 18, 28" />
          <RuleField at="memberDay.dates" width="line" placeholder="2026-12-24, 2027-01-01" />
        </Fields>
        <Fields>
          <RuleField at="memberDay.percentOff" />
        </Fields>
      </Section>
      <Section
        title={t('days.birthday_title')}
        about={t('days.birthday_about')}
        example={<BirthdayExample />}
      >
        <Fields>
          <RuleField at="birthday.daysBefore" />
          <RuleField at="birthday.daysAfter" />
          <RuleField at="birthday.multiplier" />
          <RuleField at="birthday.giftCost" />
        </Fields>
      </Section>
    </>
  );
}

function Weekdays() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const chosen = draft.weekdays.map(String);
  return (
    <Checkbox.Group
      label={t('days.weekdays')}
      value={chosen}
      onChange={(days) => put({ weekdays: days.map(Number).sort((a, b) => a - b) })}
    >
      <Fields>
        {useWeekdays('short').map(({ day, word }) => (
          <Checkbox key={day} value={String(day)} label={word} />
        ))}
      </Fields>
    </Checkbox.Group>
  );
}

function MemberDayExample() {
  const { t } = useTranslation(['settings', 'common']);
  const { rules, from } = useEdit();
  const format = useFormat();
  const day = nextMemberDay(rules, from);
  if (day === null)
    return (
      <Example of={['memberDay.', 'tiers.rights.']}>
        <p>{t('example.no_member_day')}</p>
      </Example>
    );
  const pays = (tier: 'regular' | 'vip') => money(billOn(rules, tier, day)?.due ?? EXAMPLE_BILL);
  const words = {
    date: format.date(day),
    gross: money(EXAMPLE_BILL),
    regular: pays('regular'),
    vip: pays('vip'),
  };
  return (
    <Example of={['memberDay.', 'tiers.rights.']}>
      <p>{t('example.member_day', words)}</p>
    </Example>
  );
}

function BirthdayExample() {
  const { t } = useTranslation(['settings', 'common']);
  const { rules, from } = useEdit();
  const format = useFormat();
  const gift = birthdayGift(rules, 'loyal', from);
  const points = { money: money(EXAMPLE_PAID), points: whole(pointsOn(rules, 'loyal', from, true)) };
  return (
    <Example of={['birthday.', 'tiers.rights.']}>
      <p>{t('example.birthday', { ...points, tier: t('common:tier.loyal') })}</p>
      {gift === null ? (
        <p>{t('example.no_gift', { tier: t('common:tier.loyal') })}</p>
      ) : (
        <p>
          {t('example.gift', { gift: gift.name, from: format.date(gift.from), to: format.date(gift.to) })}
        </p>
      )}
    </Example>
  );
}
