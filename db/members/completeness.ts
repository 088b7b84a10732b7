import { consentNow } from '../care/reachable';
import { PARTS, RECORD_PARTS, type RecordPart } from '../domain/members/completeness';

/** True in SQL for a phone of member `m` that is known and has not turned out to be somebody else's. */
export const hasRightPhone = (member: string): string => `(${member}.phone is not null
  and not exists (select 1 from wrong_phone w where w.member_id = ${member}.id and w.phone = ${member}.phone))`;

/** True in SQL where a part of the record is known, never null. */
const KNOWN: Readonly<Record<RecordPart, (member: string) => string>> = {
  name: (m) => `(${m}.name <> '')`,
  phone: hasRightPhone,
  birthday: (m) => `(${m}.birth_month is not null)`,
  birth_year: (m) => `(${m}.birth_year is not null)`,
  gender: (m) => `(${m}.gender is not null)`,
  data_consent: (m) => `coalesce(${consentNow(m, 'personal_data')} = 'given', 0)`,
  marketing_asked: (m) =>
    `exists (select 1 from consent_entry e where e.member_id = ${m}.id and e.purpose = 'marketing')`,
  preferences: (m) => `(${m}.note <> '' or exists (select 1 from member_tag t where t.member_id = ${m}.id))`,
  occupation: (m) =>
    `exists (select 1 from member_profile f where f.member_id = ${m}.id and f.occupation <> '')`,
  need: (m) => `exists (select 1 from member_profile f where f.member_id = ${m}.id and f.needs <> '[]')`,
  interest: (m) => `exists (select 1 from member_interest i where i.member_id = ${m}.id)`,
};

/** True in SQL where that part of a member's record is known. */
export const knownSql = (part: RecordPart, member: string): string => KNOWN[part](member);

/** `completenessOf` in SQL: a number of 0-100 for one row of `member`. */
export const completenessSql = (member: string): string =>
  `(${RECORD_PARTS.map((part) => `${PARTS[part]} * ${KNOWN[part](member)}`).join(' + ')})`;
