/** The languages that Shuke speaks, the first where none was chosen. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
