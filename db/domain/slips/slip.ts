import type { BillAccount } from '../purchases/bill';
import { type BusinessDate, type Fen, fen, type Instant, type Points } from '../units';
import { type Masked, masked } from './masked';
import { type PriceStep, stepsForCustomer } from './price-steps';

/** A coupon that a sale brought, as the customer takes it home. */
export interface BroughtCoupon {
  readonly name: string;
  readonly code: string;
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
}

/** A recorded sale as the store keeps it, with the member's own name and phone. */
export interface SaleForSlip {
  readonly memberId: string;
  readonly memberName: string;
  readonly memberPhone: string | null;
  readonly memberNo: string;
  readonly boughtAt: Instant;
  readonly businessDate: BusinessDate;
  readonly receiptNo: string | null;
  /** After discounts, before points. */
  readonly total: Fen;
  readonly discount: Fen;
  readonly pointsWorth: Fen;
  readonly paid: Fen;
  readonly used: Points;
  readonly earned: Points;
  /** Null for imported bills and those of older stores. */
  readonly account: BillAccount | null;
  /** Money that went back since. */
  readonly refunded: Fen;
  readonly undone: boolean;
  /** Still to be used, and the buyer's own. */
  readonly coupons: readonly BroughtCoupon[];
}

/** The member's points as they stand on the day of printing. */
export interface Standing {
  /** Negative when owing. */
  readonly usable: Points;
  readonly lapsingSoon: { readonly points: Points; readonly lastDay: BusinessDate } | null;
}

export interface Slip {
  readonly store: string;
  readonly boughtAt: Instant;
  readonly businessDate: BusinessDate;
  readonly receiptNo: string | null;
  readonly member: Masked;
  readonly memberNo: string;
  readonly steps: PriceStep[];
  readonly earned: Points;
  readonly used: Points;
  readonly refunded: Fen;
  readonly undone: boolean;
  readonly balance: Points;
  readonly asOf: BusinessDate;
  readonly lapsing: Standing['lapsingSoon'];
  readonly coupons: BroughtCoupon[];
}

/** What stands on a slip; name and phone go in whole and come out masked. */
export function slipOf(
  sale: SaleForSlip,
  at: { readonly store: string; readonly today: BusinessDate; readonly standing: Standing },
): Slip {
  return {
    store: at.store,
    boughtAt: sale.boughtAt,
    businessDate: sale.businessDate,
    receiptNo: sale.receiptNo,
    member: masked({ name: sale.memberName, phone: sale.memberPhone }),
    memberNo: sale.memberNo,
    steps: stepsForCustomer(sale.account?.steps ?? plainSteps(sale)),
    earned: sale.earned,
    used: sale.used,
    refunded: sale.refunded,
    undone: sale.undone,
    balance: at.standing.usable,
    asOf: at.today,
    lapsing: at.standing.lapsingSoon,
    coupons: [...sale.coupons],
  };
}

/** A bill that kept no account of itself still says its sums. */
function plainSteps({ total, discount, pointsWorth, paid, used }: SaleForSlip) {
  const points = { kind: 'points', amount: fen(-pointsWorth), points: used } as const;
  return [
    { kind: 'gross', amount: fen(total + discount) } as const,
    { kind: 'total', amount: total } as const,
    ...(used > 0 ? [points] : []),
    { kind: 'due', amount: paid } as const,
  ];
}
