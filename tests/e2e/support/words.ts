import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@domain/locale';
import i18next, { type TFunction } from 'i18next';

const folder = fileURLToPath(new URL('../../../renderer/locales/', import.meta.url));
const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];
const ROOMS = [
  'campaigns',
  'care',
  'common',
  'complaints',
  'counter',
  'coupons',
  'display',
  'dock',
  'exchange',
  'handbook',
  'headOffice',
  'insights',
  'invitations',
  'members',
  'overview',
  'points',
  'pos',
  'practice',
  'quality',
  'segments',
  'purchases',
  'settings',
  'slips',
  'surveys',
  'tiers',
  'tour',
  'staff',
  'audit',
  'days',
  'backups',
  'rights',
  'support',
  'office',
] as const;

// Playwright loads no JSON modules, so the same files are read from the disk.
const speaker = i18next.createInstance();
void speaker.init({
  resources: Object.fromEntries(LOCALES.map((locale) => [locale, roomsOf(locale)])),
  lng: 'zh-CN',
  fallbackLng: false,
  ns: [...ROOMS],
  initAsync: false,
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (_languages, room, key) => {
    throw new Error(`no words for ${room}:${key}`);
  },
});

function roomsOf(locale: Locale): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    readdirSync(`${folder}${locale}`).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(`${folder}${locale}/${file}`, 'utf8')) as Record<string, unknown>,
    ]),
  );
}

export type Words = { readonly [Room in (typeof ROOMS)[number]]: TFunction<Room> };

/** What the window says in a language, room by room; an unknown key throws. */
export const wordsOf = (locale: Locale): Words =>
  // fromEntries forgets which room has which words.
  Object.fromEntries(ROOMS.map((room) => [room, speaker.getFixedT(locale, room)])) as unknown as Words;

/** Every key of the locale files that is no word of its own ('back', 'days'), to tell a missing translation on the screen. */
export function everyKey(): ReadonlySet<string> {
  const keys = new Set<string>();
  const said = new Set<string>();
  const walk = (node: unknown, path: readonly string[]) => {
    if (typeof node === 'string') {
      keys.add(path.join('.').replace(/_(zero|one|two|few|many|other)$/, ''));
      said.add(node);
    } else if (typeof node === 'object' && node !== null)
      for (const [name, inner] of Object.entries(node)) walk(inner, [...path, name]);
  };
  for (const locale of LOCALES) for (const words of Object.values(roomsOf(locale))) walk(words, []);
  return new Set([...keys].filter((key) => !said.has(key)));
}
