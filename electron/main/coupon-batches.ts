import { setImmediate as nextTurn } from 'node:timers/promises';
import { endBatch, issueSlice, type RunningBatch, runningBatch } from '../../db/coupons/batches';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { refreshLookup } from '../../db/members/lookup-rows';
import type { Shop, Sources } from './shop';

/** Coupons issued in one transaction: about 15 ms, so that a sale never waits longer for the counter. */
const SLICE = 200;
/** The window is told of progress after so many slices, and at the end. */
const TOLD_EVERY = 10;

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly progressed: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Issues the coupons of confirmed batches in slices, one batch after the other, with the counter
 * served between them. A batch that was interrupted, by whatever, goes on where a coupon is missing.
 */
export class CouponBatches {
  private run: Promise<void> | undefined;
  private wanted = false;
  private stopping = false;

  constructor(private readonly around: Around) {}

  /** Goes on with every batch that is not done; nothing where one is at it already. */
  wake(): void {
    this.wanted = true;
    this.run ??= this.goOn()
      .catch(this.around.failed)
      .finally(() => {
        this.run = undefined;
      });
  }

  /** When the batches that could be issued are. */
  async settled(): Promise<void> {
    await this.run;
  }

  /** Before the store is closed: ends after the slice at hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.run;
    this.stopping = false;
  }

  private async goOn(): Promise<void> {
    const shop = this.around.openShop();
    while (shop !== undefined && this.wanted && !this.stopping) {
      this.wanted = false;
      for (;;) {
        const batch = await runningBatch(shop.opened.db);
        if (batch === null || !(await this.issue(shop, batch))) break;
      }
    }
  }

  /** False when it was stopped before the end. */
  private async issue(shop: Shop, batch: RunningBatch): Promise<boolean> {
    let after: string | null = '';
    for (let slice = 1; after !== null; slice++) {
      if (this.stopping) return false;
      after = await this.issueSlice(shop, batch, after);
      if (after === null || slice % TOLD_EVERY === 0) this.around.progressed();
      await nextTurn();
    }
    return true;
  }

  /** Answers the last member it came to, null when there are no more. */
  private async issueSlice(shop: Shop, batch: RunningBatch, after: string): Promise<string | null> {
    const { clock, newId } = this.around.sources;
    const now = clock();
    const today = businessDateOf(now, shop.calendar);
    const { staffId, ruleVersion } = batch;
    const stamp = { now, today, newId, staffId, ruleVersion };
    const { issued, last } = await shop.opened.db.transaction().execute(async (tx) => {
      // What stood still until nobody could use its coupons any more issues none.
      const over = today > batch.draft.lastDay;
      const done = over ? { issued: [], last: null } : issueSlice(tx, batch, { after, most: SLICE }, stamp);
      if (done.last === null) await endBatch(tx, batch.id);
      refreshLookup(tx, done.issued, today);
      return done;
    });
    shop.lookup.follow(issued);
    return last;
  }
}
