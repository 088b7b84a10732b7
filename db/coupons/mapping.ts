import type { Insertable, Selectable } from 'kysely';
import type { Coupon, CouponState, CouponTerms, DateSpan } from '../domain/coupons/coupon';
import type { CouponDraft } from '../domain/coupons/issue';
import { stateOn } from '../domain/coupons/state';
import { type BusinessDate, businessDate, fen } from '../domain/units';
import { fenOrNull } from '../nullable';
import type { Stamp } from '../points/stamp';
import type { CouponTable } from './tables';

export interface IssuedCoupon extends Coupon {
  readonly blackout: DateSpan[];
  readonly issuedOn: BusinessDate;
}

/** A coupon and how it stands today. */
export interface CouponView extends IssuedCoupon {
  readonly stateToday: CouponState;
}

/** Enough to name a coupon that something brought or touched, and whom it belongs to. */
export type CouponName = Pick<Coupon, 'id' | 'name' | 'code' | 'lastDay' | 'memberId'>;

type Row = Selectable<CouponTable>;

export function couponFrom(row: Row): IssuedCoupon {
  return {
    id: row.id,
    code: row.code,
    memberId: row.member_id,
    name: row.name,
    trigger: row.trigger,
    terms: termsFrom(row),
    stacks: row.stacks === 1,
    firstDay: businessDate(row.first_day),
    lastDay: businessDate(row.last_day),
    blackout: JSON.parse(row.blackout) as DateSpan[], // written by us only, checked as JSON by the table
    state: row.state,
    issuedBySale: row.issued_by_sale,
    usedOnSale: row.used_on_sale,
    issuedOn: businessDate(row.business_date),
  };
}

/** Each kind has its own columns; the table's CHECKs say that they are there. */
function termsFrom(row: Row): CouponTerms {
  const threshold = fen(row.threshold_fen);
  switch (row.kind) {
    case 'amount':
      return { kind: 'amount', off: fen(row.off_fen ?? 0), threshold };
    case 'percent':
      return {
        kind: 'percent',
        percentOff: row.percent_off ?? 0,
        cap: fenOrNull(row.cap_fen),
        threshold,
      };
    case 'gift':
      return { kind: 'gift', item: row.item ?? '', cost: fen(row.cost_fen ?? 0), threshold };
  }
}

export const viewOn = (coupon: IssuedCoupon, today: BusinessDate): CouponView => ({
  ...coupon,
  stateToday: stateOn(coupon, today),
});

export interface NewCoupon {
  readonly memberId: string;
  readonly draft: CouponDraft;
  readonly issuedBySale?: string;
  readonly batchId?: string;
}

export function couponRow(
  { memberId, draft, issuedBySale, batchId }: NewCoupon,
  { id, code }: { readonly id: string; readonly code: string },
  stamp: Stamp,
): Insertable<CouponTable> {
  const { terms } = draft;
  return {
    id,
    code,
    member_id: memberId,
    template_id: draft.templateId,
    trigger: draft.trigger,
    occasion: draft.occasion,
    name: draft.name,
    kind: terms.kind,
    off_fen: terms.kind === 'amount' ? terms.off : null,
    percent_off: terms.kind === 'percent' ? terms.percentOff : null,
    cap_fen: terms.kind === 'percent' ? terms.cap : null,
    item: terms.kind === 'gift' ? terms.item : null,
    cost_fen: terms.kind === 'gift' ? terms.cost : null,
    threshold_fen: terms.threshold,
    stacks: draft.stacks ? 1 : 0,
    first_day: draft.firstDay,
    last_day: draft.lastDay,
    blackout: JSON.stringify(draft.blackout),
    issued_by_sale: issuedBySale ?? null,
    batch_id: batchId ?? null,
    reason: draft.reason,
    rule_version: stamp.ruleVersion,
    business_date: stamp.today,
    issued_at: stamp.now,
    staff_id: stamp.staffId,
  };
}
