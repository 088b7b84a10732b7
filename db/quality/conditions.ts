import { consentNow } from '../care/reachable';
import { addMonths } from '../domain/calendar/business-day';
import { OLDEST_AGE, type QualityList, SILENT_MONTHS } from '../domain/quality/checks';
import { EQUAL_DIGITS, NO_NAMES, NOT_IN_NAMES } from '../domain/quality/odd';
import type { BusinessDate } from '../domain/units';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `isOddName` in SQL; a test holds the two against each other, as for the other two. */
const ODD_NAME = `(m.name <> '' and (lower(m.name) in (${NO_NAMES.map(quoted).join(', ')})
  or m.name glob ${quoted(`*[${NOT_IN_NAMES.join('')}]*`)}))`;

/** `isOddPhone`. */
const ODD_PHONE = `(m.phone is not null and (
  length(m.phone) - (m.phone glob '+*') not between 7 and 15 or substr(m.phone, 2) glob '*[^0-9]*' or m.phone = '+'
  or (length(m.phone) = 11 and m.phone glob '1*' and m.phone not glob '1[3-9]*')
  or (m.phone glob '861[3-9]*' and length(m.phone) = 13) or m.phone glob '+86*' or m.phone glob '00[1-9]*'
  or length(m.phone) - length(rtrim(m.phone, substr(m.phone, -1))) >= ${EQUAL_DIGITS}))`;

/** `isOddBirthday`; date() moves a day that does not exist into the next month. */
const oddBirthday = (today: BusinessDate): string => `(m.birth_month is not null and (
  strftime('%d', format('%04d-%02d-01', coalesce(m.birth_year, 2000), m.birth_month), format('+%d days', m.birth_day - 1))
    <> format('%02d', m.birth_day)
  or m.birth_year = 1900 or m.birth_year < ${Number(today.slice(0, 4)) - OLDEST_AGE}
  or format('%04d-%02d-%02d', m.birth_year, m.birth_month, m.birth_day) > ${quoted(today)}))`;

const WITHOUT_CONSENT = `coalesce(${consentNow('m', 'personal_data')}, '') <> 'given'`;

/** True in SQL for a member `m` with the lookup row `l` who is on the list. The day is our own text, not a person's. */
export function conditionOf(list: QualityList, today: BusinessDate): string {
  switch (list) {
    case 'phone_missing':
      return 'm.phone is null';
    case 'birthday_missing':
      return 'm.birth_month is null';
    case 'data_consent_missing':
      return WITHOUT_CONSENT;
    case 'marketing_not_asked':
      return `not exists (select 1 from consent_entry where member_id = m.id and purpose = 'marketing')`;
    case 'phone_malformed':
      return ODD_PHONE;
    case 'wrong_number':
      return `(m.phone is not null and exists (select 1 from wrong_phone w where w.member_id = m.id and w.phone = m.phone))`;
    case 'name_malformed':
      return ODD_NAME;
    case 'birthday_impossible':
      return oddBirthday(today);
    case 'refresh_due':
      return `exists (select 1 from care_task t where t.member_id = m.id and t.kind = 'data_refresh' and t.state = 'open'
        and t.due_on <= ${quoted(today)})`;
    case 'silent_without_consent':
      return `(coalesce(l.last_visit, l.joined_on) < ${quoted(addMonths(today, -SILENT_MONTHS))} and ${WITHOUT_CONSENT})`;
  }
}
