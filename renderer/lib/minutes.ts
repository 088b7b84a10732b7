const CLOCK = /^(\d{1,2})(?::|h)?([0-5]\d)?$/i;

/** Minutes after midnight of `21:00`, `2100`, `9`; up to 24:00. Undefined for what is no time of a day. */
export function readClock(text: string): number | undefined {
  const [, hours, minutes = '0'] = CLOCK.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  if (hours === undefined) return undefined;
  const value = Number(hours) * 60 + Number(minutes);
  return value <= 1440 ? value : undefined;
}
