/** What a customer's account should hold: the plainest reckoning that can be right. Points are whole, money is fen. */
export interface Bill {
  readonly gross: number;
  readonly redeem: number;
  readonly earned: number;
  undone: boolean;
}

/** One thing that a cashier wants done once, however often it is sent. */
export type Intent =
  | { readonly kind: 'sale'; readonly gross: number; readonly redeem: number }
  | { readonly kind: 'adjust'; readonly points: number }
  /** Of the sale at that place of the schedule. */
  | { readonly kind: 'undo'; readonly sale: number }
  | { readonly kind: 'note' };

/**
 * The reference: every intent is carried out at most once, at its first delivery that is not refused. Below the
 * first level and without coupons a point is a yuan of what is paid, rounded down.
 */
export class TillModel {
  points = 0;
  notes = 0;
  readonly bills = new Map<number, Bill>();
  readonly done = new Set<number>();

  /** Answers whether it is carried out (or was before), changing what the account holds if so. */
  deliver(place: number, intent: Intent): boolean {
    if (this.done.has(place)) return true;
    if (!this.carriedOut(place, intent)) return false;
    this.done.add(place);
    return true;
  }

  /** Bills that stand, and what they came to. */
  standing(): { bills: number; money: number } {
    const bills = [...this.bills.values()].filter(({ undone }) => !undone);
    return { bills: bills.length, money: bills.reduce((sum, { gross }) => sum + gross, 0) };
  }

  private carriedOut(place: number, intent: Intent): boolean {
    switch (intent.kind) {
      case 'note':
        this.notes += 1;
        return true;
      case 'adjust':
        this.points += intent.points;
        return true;
      case 'sale':
        return this.sold(place, intent);
      case 'undo':
        return this.undone(intent.sale);
    }
  }

  private sold(place: number, { gross, redeem }: { gross: number; redeem: number }): boolean {
    if (redeem > this.points || redeem * 2 > gross) return false;
    const earned = Math.floor((gross - redeem) / 100);
    this.points += earned - redeem;
    this.bills.set(place, { gross, redeem, earned, undone: false });
    return true;
  }

  private undone(sale: number): boolean {
    const bill = this.bills.get(sale);
    if (bill === undefined || bill.undone) return false;
    bill.undone = true;
    this.points += bill.redeem - bill.earned;
    return true;
  }
}
