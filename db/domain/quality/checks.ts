/**
 * What may be amiss in a member's record (S31-S33), each a list of members with something to do about it:
 * first what is missing, then what cannot be right, then what has grown old.
 */
export const QUALITY_LISTS = [
  'phone_missing',
  'birthday_missing',
  'data_consent_missing',
  'marketing_not_asked',
  'phone_malformed',
  'wrong_number',
  'name_malformed',
  'birthday_impossible',
  'refresh_due',
  'silent_without_consent',
] as const;
export type QualityList = (typeof QUALITY_LISTS)[number];

/** Why two records may be one person, the surest first. */
export const LIKENESSES = ['same_phone', 'same_name_and_birthday', 'same_name_and_phone_tail'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Silent for two years and without consent: nothing allows the shop to keep what it knows of them. */
export const SILENT_MONTHS = 24;
/** Nobody older has been seen in a shop; 1900 is what programs write who know no year. */
export const OLDEST_AGE = 110;
