import type { ShopRules } from '@domain/settings/shop-rules';
import { useShopRules } from './api';

/**
 * Tells what no version holds yet: that may be dropped again. What was saved is switched off instead,
 * for coupons, complaints and surveys of that time keep it.
 */
export function useIsNew(
  listOf: (rules: ShopRules) => readonly { readonly id: string }[],
): (id: string) => boolean {
  const { data } = useShopRules();
  const saved = data === undefined ? [] : [data, ...data.planned];
  const known = new Set(saved.flatMap(({ rules }) => listOf(rules).map(({ id }) => id)));
  return (id) => !known.has(id);
}
