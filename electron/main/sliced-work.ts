import { setImmediate as nextTurn } from 'node:timers/promises';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { refreshLookup } from '../../db/members/lookup-rows';
import type { Stamp } from '../../db/points/stamp';
import type { Reader, Tx } from '../../db/schema';
import type { Scope } from '../contract/rpc';
import { momentIn } from './moment';
import type { Shop, Sources } from './shop';

/** Members dealt with in one transaction: about 15 ms, so that a sale never waits longer for the counter. */
export const SLICE = 200;
/** The window is told of progress after so many slices, and at the end. */
const TOLD_EVERY = 10;

/** Something confirmed that is done slice by slice, in the name of whoever confirmed it. */
export interface SlicedJob {
  readonly staffId: string;
  readonly ruleVersion: number;
  /** What a slice changes. */
  readonly scopes: readonly Scope[];
  /** Does the next slice, and says of what that was the last; whom it touched needs a new lookup row. */
  readonly slice: (
    tx: Tx,
    stamp: Stamp,
  ) => Promise<{ readonly touched: readonly string[]; readonly more: boolean }>;
}

/** The first job of its kind that is not done; null when all are. */
export type FindJob = (db: Reader) => Promise<SlicedJob | null>;

interface Around {
  readonly kinds: readonly FindJob[];
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly progressed: (scopes: readonly Scope[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Does confirmed work for many members in slices, one job after the other, with the counter served between
 * them. What was interrupted, by whatever, goes on where it stood.
 */
export class SlicedWork {
  private run: Promise<void> | undefined;
  private wanted = false;
  private stopping = false;

  constructor(private readonly around: Around) {}

  /** Goes on with everything that is not done; nothing where one is at it already. */
  wake(): void {
    this.wanted = true;
    this.run ??= this.goOn()
      .catch(this.around.failed)
      .finally(() => {
        this.run = undefined;
      });
  }

  /** When what could be done is. */
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
      for (const find of this.around.kinds) await this.doAll(shop, find);
    }
  }

  private async doAll(shop: Shop, find: FindJob): Promise<void> {
    for (;;) {
      const job = await find(shop.opened.db);
      if (job === null || !(await this.doJob(shop, job))) return;
    }
  }

  /** False when it was stopped before the end. */
  private async doJob(shop: Shop, job: SlicedJob): Promise<boolean> {
    for (let slice = 1, more = true; more; slice++) {
      if (this.stopping) return false;
      more = await this.doSlice(shop, job);
      if (!more || slice % TOLD_EVERY === 0) this.around.progressed(job.scopes);
      await nextTurn();
    }
    return true;
  }

  private async doSlice(shop: Shop, { staffId, ruleVersion, slice }: SlicedJob): Promise<boolean> {
    const { sources } = this.around;
    const { newId } = sources;
    const now = momentIn(shop, sources);
    const today = businessDateOf(now, shop.calendar);
    const { touched, more } = await shop.opened.db.transaction().execute(async (tx) => {
      const done = await slice(tx, { now, today, newId, staffId, ruleVersion });
      refreshLookup(tx, done.touched, today);
      return done;
    });
    shop.lookup.follow(touched);
    return more;
  }
}
