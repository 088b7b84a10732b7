import { LOCALES } from '@domain/locale';
import { PHRASES, type Phrase, phraseIn } from '@renderer/features/complaints/wording';
import { i18next } from '@renderer/lib/i18n';
import { describe, expect, it } from 'vitest';

const waysIn = (locale: string): Record<Phrase, string> => {
  const t = i18next.getFixedT(locale, 'complaints');
  return Object.fromEntries(PHRASES.map((each) => [each, t(`hints.ways.${each}`)])) as Record<Phrase, string>;
};

describe('S79 words that make it worse are noticed', () => {
  it.each([
    ['zh-CN', '告诉顾客这 不是我们的问题。', 'not_ours'],
    ['zh-CN', '您用错了', 'your_fault'],
    ['zh-CN', '公司规定：不退', 'policy'],
    ['en', 'Told her it is NOT our  problem', 'not_ours'],
    ['en', 'That’s impossible!', 'impossible'],
    ['en', 'I can’t do anything about it', 'nothing'],
  ])('%s: %s', (locale, text, phrase) => expect(phraseIn(text, waysIn(locale))).toBe(phrase));

  it.each([
    ['zh-CN', '鱼油发霉，要求退货，已道歉'],
    ['zh-CN', ''],
    ['en', 'The bottle was mouldy; refunded and apologised'],
  ])('%s: nothing about “%s”', (locale, text) => expect(phraseIn(text, waysIn(locale))).toBeNull());

  it('our own better words are never found fault with', () => {
    for (const locale of LOCALES) {
      const t = i18next.getFixedT(locale, 'complaints');
      for (const phrase of PHRASES) expect(phraseIn(t(`hints.better.${phrase}`), waysIn(locale))).toBeNull();
      for (const script of ['greet', 'sorry', 'investigate', 'gift'] as const)
        expect(phraseIn(t(`scripts.${script}`), waysIn(locale))).toBeNull();
    }
  });
});
