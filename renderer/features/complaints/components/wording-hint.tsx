import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice';
import { PHRASES, type Phrase, phraseIn } from '../wording';

/** Better words, as soon as a text contains a phrase that makes it worse (S79); nothing is kept from being saved. */
export function WordingHint({ text }: { readonly text: string }) {
  const { t } = useTranslation('complaints');
  // Every phrase has its words in the locale; fromEntries forgets the names.
  const ways = Object.fromEntries(PHRASES.map((each) => [each, t(`hints.ways.${each}`)])) as Record<
    Phrase,
    string
  >;
  const found = phraseIn(text, ways);
  return found === null ? null : (
    <Notice tone="mind">{t('hints.live', { better: t(`hints.better.${found}`) })}</Notice>
  );
}
