import type { KeptSale } from '../contract/purchases';

/**
 * The sale that the counter has typed so far. It outlives a page that crashes, and is gone with the
 * program or with the store it belongs to: nothing of it is written anywhere.
 */
export class SaleInHand {
  private kept: KeptSale | null = null;

  keep(kept: KeptSale | null): void {
    this.kept = kept;
  }

  get(): KeptSale | null {
    return this.kept;
  }
}
