import { KNOWN_REASONS, type KnownReason } from '@domain/complaints/reasons';
import { useTranslation } from 'react-i18next';

const KNOWN: ReadonlySet<string> = new Set(Object.values(KNOWN_REASONS).flat());
const isKnown = (reason: string): reason is KnownReason => KNOWN.has(reason);

/**
 * Says a reason: the owner's word for it, or that of the source in the language of the screen
 * (S72-S75). A leaf of the owner's own always has a name; without one its id is better than nothing.
 */
export function useReasonWord(): (reason: string, name: string) => string {
  const { t } = useTranslation('complaints');
  return (reason, name) => (name !== '' ? name : isKnown(reason) ? t(`reason.${reason}`) : reason);
}
