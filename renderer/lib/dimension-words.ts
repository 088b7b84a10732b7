import { type Dimension, KNOWN_DIMENSIONS } from '@domain/surveys/survey';
import { useTranslation } from 'react-i18next';

type Known = (typeof KNOWN_DIMENSIONS)[keyof typeof KNOWN_DIMENSIONS][number];

const isKnown = (id: string): id is Known =>
  Object.values(KNOWN_DIMENSIONS).some((ids) => (ids as readonly string[]).includes(id)); // wider, to ask a string of it

/** A dimension by the owner's word, or by that of the source in the language of the screen. */
export function useDimensionName(): (dimension: Pick<Dimension, 'id' | 'name'>) => string {
  const { t } = useTranslation('surveys');
  return ({ id, name }) => (name === '' && isKnown(id) ? t(`dimension.${id}`) : name);
}
