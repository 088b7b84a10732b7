import type { QualityRecord } from '@contract/quality';

/** As it is stored, `1990-02-30` or `02-30`: a day that does not exist must not be made to look like one. */
export function birthdayWords(birthday: QualityRecord['birthday']): string | null {
  if (birthday === null) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${two(birthday.month)}-${two(birthday.day)}`;
  return birthday.year === null ? day : `${birthday.year}-${day}`;
}
