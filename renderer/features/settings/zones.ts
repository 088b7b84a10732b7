import type { Locale } from '../../lib/i18n';

/** Names without summer time: a moment in January of the north. */
const WINTER = Date.UTC(2026, 0, 1);

/** Every zone of this machine with its name in the person's language: `Asia/Shanghai · 中国标准时间`. */
export function zoneChoices(locale: Locale, guessed: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  // A machine may be set to an alias that the list leaves out.
  const zones = known.includes(guessed) || guessed === '' ? known : [guessed, ...known];
  return zones.map((zone) => ({ value: zone, label: `${zone} · ${nameOf(zone, locale)}` }));
}

function nameOf(zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(
    WINTER,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
