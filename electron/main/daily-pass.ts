import { setImmediate as nextTurn } from 'node:timers/promises';
import { generation } from '../../db/care/generate/source';
import { SOURCES } from '../../db/care/generate/sources';
import { tidyTasks } from '../../db/care/upkeep';
import { issueDailyCoupons } from '../../db/coupons/calendar';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { BusinessDate } from '../../db/domain/units';
import { refreshLookup } from '../../db/members/lookup-rows';
import { sweepExpired } from '../../db/points/commands';
import type { Stamp } from '../../db/points/stamp';
import type { Tx } from '../../db/schema';
import { currentRules } from '../../db/settings/queries';
import { judgeChunk } from '../../db/tiers/pass';
import { lastPass, type PassCounts, passDue, recordPass } from '../../db/tiers/passes';
import { momentIn } from './moment';
import type { Shop, Sources } from './shop';

/** Members of one transaction: about 10 ms each, so that a sale never waits longer for the counter. */
const SWEPT = 200;
const JUDGED = 250;
const CELEBRATED = 200;
const TIDIED = 100;
const CARED_FOR = 100;
/** By then the window has its first answers and the hot set is warm. */
const AFTER_OPENING_MS = 3000;

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  /** What the counter shows of some members has changed. */
  readonly wrote: () => void;
  readonly failed: (error: unknown) => void;
  /** What was due is done; what builds upon it may follow. */
  readonly over: () => void;
}

/** What one transaction of a step has done. */
interface Stepped {
  /** Members whose lookup rows are to be renewed. */
  readonly touched: readonly string[];
  /** Rows written that no lookup shows. */
  readonly wrote?: number;
  readonly done: boolean;
}

type Step = (tx: Tx, stamp: Stamp) => Promise<Stepped> | Stepped;

/** The day and the rules are those of its beginning: when either changes meanwhile it is due again. */
interface Pass {
  readonly shop: Shop;
  readonly today: BusinessDate;
  readonly version: number;
}

/**
 * What every day does by itself: lapsed points are swept, levels judged, birthday and anniversary
 * coupons issued, care tasks tidied and made, in short transactions with the counter served between them. Nothing depends on it
 * for being right: points, levels, prices and contacts are judged on demand; the pass makes the books say so.
 */
export class DailyPass {
  private run: Promise<void> | undefined;
  private wanted = false;
  private again = false;
  private stopping = false;
  private written = 0;
  private soon: NodeJS.Timeout | undefined;

  constructor(private readonly around: Around) {}

  /** Runs what is due: nothing when today's pass has run already. */
  wake(): void {
    this.wanted = true;
    this.run ??= this.goOn()
      .catch(this.around.failed)
      .finally(() => {
        this.run = undefined;
        this.around.over();
      });
  }

  /** A store was opened: its window comes first. */
  opened(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.wake(), AFTER_OPENING_MS);
    this.soon.unref();
  }

  /** Runs in any case: an import has brought bills, or was undone. */
  wakeAgain(): void {
    this.again = true;
    this.wake();
  }

  /** When the pass that was due is over. */
  async settled(): Promise<void> {
    await this.run;
  }

  /** Before the store is closed: ends after the step at hand; the rest is due again. */
  async stop(): Promise<void> {
    clearTimeout(this.soon);
    this.stopping = true;
    await this.run;
    this.stopping = false;
  }

  private async goOn(): Promise<void> {
    while (this.wanted && !this.stopping) {
      const shop = this.around.openShop();
      const again = this.again;
      this.wanted = false;
      this.again = false;
      if (shop === undefined) return;
      const today = businessDateOf(momentIn(shop, this.around.sources), shop.calendar);
      const { version } = await currentRules(shop.opened.db, today);
      if (again || (await passDue(shop.opened.db, today, version))) await this.pass({ shop, today, version });
    }
  }

  private async pass(of: Pass): Promise<void> {
    const last = await lastPass(of.shop.opened.db);
    const counts = { members: 0, tierChanges: 0, coupons: 0, tasks: 0 };
    this.written = 0;
    await this.steps(of, sweep);
    await this.steps(of, judging(last?.on ?? null, counts));
    await this.steps(of, celebrating(counts));
    await this.steps(of, tidying());
    await this.steps(of, await caring(of, counts));
    if (this.stopping) return;
    await this.transact(of, (tx, stamp) => recordPass(tx, counts, stamp));
    if (this.written > 0) this.around.wrote();
  }

  private async steps(of: Pass, step: Step): Promise<void> {
    for (let done = false; !done && !this.stopping; ) {
      const stepped = await this.transact(of, async (tx, stamp) => {
        const did = await step(tx, stamp);
        refreshLookup(tx, did.touched, stamp.today);
        return did;
      });
      of.shop.lookup.follow(stepped.touched);
      this.written += stepped.touched.length + (stepped.wrote ?? 0);
      done = stepped.done;
      await nextTurn();
    }
  }

  private transact<Result>(
    { shop, today, version }: Pass,
    work: (tx: Tx, stamp: Stamp) => Promise<Result>,
  ): Promise<Result> {
    const { sources } = this.around;
    const by = { newId: sources.newId, staffId: shop.house.id, ruleVersion: version };
    return shop.opened.db
      .transaction()
      .execute((tx) => work(tx, { ...by, now: momentIn(shop, sources), today }));
  }
}

/** Expiry entries of every lot that has lapsed. */
const sweep: Step = async (tx, stamp) => {
  const touched = await sweepExpired(tx, stamp.today, stamp, SWEPT);
  return { touched, done: touched.length === 0 };
};

/** Every member's level, in the order of their numbers. */
function judging(lastOn: BusinessDate | null, counts: PassCounts): Step {
  let after = 0;
  return (tx, stamp) => {
    const judged = judgeChunk(tx, { after, most: JUDGED, lastOn }, stamp);
    counts.members += judged.looked;
    counts.tierChanges += judged.changes;
    after = judged.next ?? after;
    return { touched: judged.changed, done: judged.next === null };
  };
}

/** Birthday gifts and anniversary coupons, after the levels they depend on. */
function celebrating(counts: PassCounts): Step {
  let after = 0;
  return async (tx, stamp) => {
    const { rules } = await currentRules(tx, stamp.today);
    const { issued, next } = await issueDailyCoupons(tx, rules, { after, most: CELEBRATED }, stamp);
    counts.coupons += issued.length;
    after = next ?? after;
    return { touched: issued, done: next === null };
  };
}

/** Care tasks that have lost their reason or their time. */
function tidying(): Step {
  let after = 0;
  return (tx, stamp) => {
    const { ended, next } = tidyTasks(tx, after, TIDIED, stamp);
    after = next ?? after;
    return { touched: [], wrote: ended, done: next === null };
  };
}

/** The day's care tasks, after the levels they depend on. */
async function caring({ shop, today }: Pass, counts: PassCounts): Promise<Step> {
  const { rules } = await currentRules(shop.opened.db, today);
  const make = generation(SOURCES, { today, calendar: shop.calendar, rules: rules.care }, CARED_FOR);
  return (tx, stamp) => {
    const { made, done } = make(tx, stamp);
    counts.tasks += made;
    return { touched: [], wrote: made, done };
  };
}
