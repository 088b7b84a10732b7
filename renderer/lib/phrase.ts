import type { Locale } from '@domain/locale';
import type { ParseKeys, TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { monthWords } from './format';
import { useLocale } from './store-context';

/** Of what phrases are kept: the names of figures. */
const ROOMS = ['insights', 'overview', 'quality', 'segments'] as const;

/**
 * Words by their key and what stands in them: whoever keeps a phrase says it in the language that is on, while words
 * would stay in the one in which they were said.
 */
export interface Phrase {
  readonly key: ParseKeys<typeof ROOMS>;
  readonly values?: Readonly<Record<string, string | number | Phrase | Month>>;
}
/** `2026-12` */
interface Month {
  readonly month: string;
}

export function useSay(): (phrase: Phrase) => string {
  const { t } = useTranslation(ROOMS);
  const locale = useLocale();
  return useCallback((phrase: Phrase) => phraseWords(phrase, t, locale), [t, locale]);
}

function phraseWords({ key, values = {} }: Phrase, t: TFunction<typeof ROOMS>, locale: Locale): string {
  const said: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'object') said[name] = value;
    else said[name] = 'month' in value ? monthWords(value.month, locale) : phraseWords(value, t, locale);
  }
  // Each key has values of its own, which TypeScript cannot follow from a key that is only one of many.
  return t(key as 'insights:title', said);
}
