import type { BusinessDate } from '../units';
import type { CouponTemplate, Trigger } from './coupon';
import { type CouponDraft, draftsBy } from './issue';

/** A sale just recorded, as far as it brings coupons. */
export interface Bringing {
  readonly purchaseId: string;
  readonly buyerId: string;
  /** Who brought the buyer; null when nobody did, or when they are no member any more. */
  readonly referrerId: string | null;
  /** No other bill of the buyer stands: one that went back as a whole is none. */
  readonly first: boolean;
  /** Coupons that earlier sales of this buyer have brought, to whomever, and that were not revoked. */
  readonly brought: readonly { readonly memberId: string; readonly trigger: Trigger }[];
}

/**
 * The coupons that a sale brings: the first one (S49), and to both sides when the buyer was referred.
 * A first sale that went back took its unused coupons along, so the next one brings them again; what
 * was used meanwhile is not brought a second time.
 */
export function broughtBySale(
  { purchaseId, buyerId, referrerId, first, brought }: Bringing,
  templates: readonly CouponTemplate[],
  today: BusinessDate,
): { readonly memberId: string; readonly draft: CouponDraft }[] {
  if (!first) return [];
  // Who referred them may have been entered anew since: a friend is brought once, by whomever.
  const sameSide = (one: string, other: string) => (one === buyerId) === (other === buyerId);
  const both = referrerId === null ? [] : [referrerId, buyerId];
  const due = [
    ['first_purchase', [buyerId]],
    ['referral', both],
  ] as const;
  return due.flatMap(([trigger, members]) => {
    const drafts = draftsBy(trigger, templates, purchaseId, today);
    return members
      .filter(
        (id) => !brought.some((earlier) => earlier.trigger === trigger && sameSide(earlier.memberId, id)),
      )
      .flatMap((memberId) => drafts.map((draft) => ({ memberId, draft })));
  });
}
