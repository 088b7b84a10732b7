import type { Locale } from '@domain/locale';

/** Names without summer time: a moment in January of the north. */
const WINTER = Date.UTC(2026, 0, 1);

/** Every zone of this machine; it may be set to an alias that the list leaves out. */
export function zonesWith(guessed: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(guessed) || guessed === '' ? known : [guessed, ...known];
}

/** Zones with their names in the person's language: `Asia/Shanghai · China Standard Time`. */
export const zoneChoices = (
  locale: Locale,
  zones: readonly string[],
): { readonly value: string; readonly label: string }[] =>
  zones.map((zone) => ({ value: zone, label: `${zone} · ${nameOf(zone, locale)}` }));

function nameOf(zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(
    WINTER,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
