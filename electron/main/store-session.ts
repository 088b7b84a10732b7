import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beginTrail } from '../../db/audit/begin';
import { noteHead } from '../../db/audit/head-file';
import { erasuresOf } from '../../db/backups/erasure-journal';
import { finishSwitch, switchStore } from '../../db/backups/switch';
import { PhotoFolder } from '../../db/complaints/photo-folder';
import { indexMissingComplaints } from '../../db/complaints/search';
import { businessDateOf, isZone, type StoreCalendar } from '../../db/domain/calendar/business-day';
import { type NoParams, Refusal, refuse } from '../../db/domain/refusal';
import type { ShopRules } from '../../db/domain/settings/shop-rules';
import { recoverInterruptedImports } from '../../db/exchange/recovery';
import { LookupIndex } from '../../db/members/lookup-index';
import { createStore, type OpenedStore, openStore } from '../../db/open';
import { eraseAgain } from '../../db/rights/replay';
import { fillNewStore } from '../../db/settings/commands';
import { currentRules, storeRow } from '../../db/settings/queries';
import { type FirstPin, fillFirstPin } from '../../db/staff/commands';
import { firstOwner } from '../../db/staff/queries';
import { faultOf, type StoreFaultCode, StoreFaultError } from '../../db/store-fault';
import type { StoreView } from '../contract/settings';
import type { Paths } from './paths';
import { removeLeftCutFiles } from './reader/cut-file-place';
import type { Shop, Sources } from './shop';

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly shop: Shop; readonly view: Extract<StoreView, { state: 'open' }> }
  | { readonly kind: 'fault'; readonly view: Extract<StoreView, { state: 'fault' }> };

type OpenView = Extract<StoreView, { state: 'open' }>;
type StoreFaultRefusal = Refusal<'store_fault', { fault: StoreFaultCode }>;

/** A request came while no store was open: after a switch of stores, or beside a fault screen. */
export class StoreClosedError extends Error {
  constructor() {
    super('no store is open');
    this.name = 'StoreClosedError';
  }
}

export interface SessionOptions {
  readonly paths: Paths;
  readonly sources: Sources;
  readonly guessedZone: string;
  /** The first rules of a new store, its coupons named in that language. */
  readonly firstRules: () => ShopRules;
  /** Makes the sample store's file; long, so it runs in a worker. */
  readonly makeSample: (path: string, kind: 'sample' | 'practice') => Promise<void>;
  readonly report: (what: string, error: unknown) => string;
  readonly changed: () => void;
  /** A store has come into being on this PC, one's own or the sample, and is open. */
  readonly made: () => void;
  /** The newest backup of a store that reads back whole; long, so it is read in a worker. */
  readonly newestBackup: (storePath: string) => Promise<{ path: string; madeAt: number } | null>;
  /** Lets go of the store's file wherever it is still held: running jobs end first. */
  readonly beforeClose: () => Promise<void>;
}

/** Which store is open. At most one is; the sample store and one's own are never open together. */
export class StoreSession {
  private state: State = { kind: 'none' };
  private lastChange: Promise<unknown> = Promise.resolve();
  /** Where whoever practises came from, and goes back to. */
  private before: 'own' | 'sample' = 'own';

  constructor(private readonly options: SessionOptions) {}

  /** Opens one's own store if there is one. */
  async start(): Promise<void> {
    finishSwitch(this.options.paths.store);
    if (existsSync(this.options.paths.store)) await this.open(this.options.paths.store);
  }

  /** The open store; throws `StoreClosedError` when none is. */
  shop(): Shop {
    if (this.state.kind !== 'open') throw new StoreClosedError();
    return this.state.shop;
  }

  openShop(): Shop | undefined {
    return this.state.kind === 'open' ? this.state.shop : undefined;
  }

  view(): StoreView {
    if (this.state.kind === 'none') return { state: 'none', guessedZone: this.options.guessedZone };
    return this.state.view;
  }

  async create(
    name: string,
    zone: string,
    owner: { readonly name: string; readonly first: FirstPin | null },
  ): Promise<
    OpenView | Refusal<'unknown_zone', NoParams> | Refusal<'store_exists', NoParams> | StoreFaultRefusal
  > {
    const { paths, sources } = this.options;
    if (!isZone(zone)) return refuse('unknown_zone');
    return await this.inTurn(async () => {
      if (existsSync(paths.store)) return refuse('store_exists');
      const now = sources.clock();
      const ownerId = sources.newId();
      const view = await this.opening(() =>
        createStore(paths.store, now, (raw) => {
          fillNewStore(raw, {
            id: sources.newId(),
            name,
            calendar: { zone, dayStartHour: 0 },
            sample: false,
            owner: { id: ownerId, name: owner.name },
            rules: this.options.firstRules(),
            now,
          });
          if (owner.first !== null) fillFirstPin(raw, { ownerId, ...owner.first, now });
        }),
      );
      if (!(view instanceof Refusal)) this.options.made();
      return view;
    });
  }

  async openSample(): Promise<OpenView | StoreFaultRefusal> {
    const { paths, sources, makeSample } = this.options;
    return await this.inTurn(async () => {
      const open = this.openAs('sample');
      if (open !== undefined) return open;
      const isNew = !existsSync(paths.sample);
      const view = await this.opening(async () => {
        if (isNew) await makeSample(paths.sample, 'sample');
        return openStore(paths.sample, sources.clock());
      });
      if (isNew && !(view instanceof Refusal)) this.options.made();
      return view;
    });
  }

  async leaveSample(): Promise<StoreView | Refusal<'not_in_sample', NoParams>> {
    return await this.inTurn(async () => {
      if (this.openAs('sample') === undefined) return refuse('not_in_sample');
      await this.close();
      await this.start();
      return this.view();
    });
  }

  /** A practice store, made anew: also from within one, to start over. Where it cannot be, one is where one was. */
  async openPractice(): Promise<OpenView | StoreFaultRefusal> {
    const { paths, sources, makeSample } = this.options;
    return await this.inTurn(async () => {
      if (this.openAs('practice') === undefined)
        this.before = this.openAs('sample') === undefined ? 'own' : 'sample';
      return await this.opening(async () => {
        this.removePractice();
        await makeSample(paths.practice, 'practice');
        return openStore(paths.practice, sources.clock());
      });
    });
  }

  /** Back to where one was; the practice store and everything in it is gone. */
  async leavePractice(): Promise<StoreView | Refusal<'not_practising', NoParams>> {
    const { paths, sources } = this.options;
    return await this.inTurn(async () => {
      if (this.openAs('practice') === undefined) return refuse('not_practising');
      await this.close();
      this.removePractice();
      if (this.before === 'sample') await this.opening(() => openStore(paths.sample, sources.clock()));
      else await this.start();
      return this.view();
    });
  }

  async retry(): Promise<StoreView> {
    return await this.inTurn(async () => {
      await this.close();
      await this.start();
      return this.view();
    });
  }

  /**
   * Puts `staged` in the place of one's own store, which goes to the new folder `aside`, and opens it. Where
   * that fails, what was there is there again, and open if it was. Answers why not; null when it is open.
   */
  async replace(staged: string, aside: string): Promise<StoreFaultRefusal | null> {
    const { store } = this.options.paths;
    return await this.inTurn(async () => {
      await this.close();
      let fault: StoreFaultCode | undefined;
      try {
        switchStore(store, staged, aside);
        await this.start();
        if (this.state.kind === 'open') return null;
        fault = this.faultNow();
        switchStore(store, join(aside, basename(store)), `${aside}-refused`);
      } catch (error) {
        fault = faultOf(error);
        this.options.report('the store cannot be put in place', error);
      }
      await this.start();
      this.options.changed();
      return refuse('store_fault', { fault: fault ?? 'read_only' });
    });
  }

  /**
   * After an error of the disk in a COMMIT nobody knows what it holds: everything is let go, what is
   * written is made sure of, and the store is read anew. Where that fails it ends as a fault.
   */
  async reopen(shop: Shop): Promise<void> {
    await this.inTurn(async () => {
      if (this.state.kind !== 'open' || this.state.shop !== shop) return; // somebody else has, meanwhile
      await this.close();
      // All that the log holds goes into the store and onto the disk, or the disk says again that it cannot.
      await this.open(shop.opened.path, ({ raw }) => raw.pragma('wal_checkpoint(truncate)'));
      if (this.faultNow() !== undefined) this.options.changed();
    });
  }

  /** The folder that a person may want to see: of the open store, or of the one that does not open. */
  path(): string {
    if (this.state.kind === 'open') return this.state.shop.opened.path;
    return this.state.kind === 'fault' ? this.state.view.path : this.options.paths.store;
  }

  /** After a change of the store's own row (its name). */
  async reread(): Promise<void> {
    if (this.state.kind !== 'open') return;
    const { shop } = this.state;
    this.state = { kind: 'open', shop, view: await viewOf(shop.opened, shop.practice) };
  }

  async close(): Promise<void> {
    await this.options.beforeClose();
    const state = this.state;
    this.state = { kind: 'none' };
    if (state.kind === 'open') await state.shop.opened.close();
  }

  /** The open store if it is of this kind: the practice store is a sample as well, but not the sample store. */
  private openAs(kind: 'sample' | 'practice'): OpenView | undefined {
    if (this.state.kind !== 'open') return undefined;
    const { view } = this.state;
    return view.sample && view.practice === (kind === 'practice') ? view : undefined;
  }

  private removePractice(): void {
    rmSync(dirname(this.options.paths.practice), { recursive: true, force: true });
  }

  /** One change of stores after the other: of two at once, one store would stay open with nobody to close it. */
  private inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const mine = this.lastChange.then(change);
    this.lastChange = mine.catch(() => undefined);
    return mine;
  }

  /** Where it fails, one's own store is open again if there is one. */
  private async opening(
    make: () => OpenedStore | Promise<OpenedStore>,
  ): Promise<OpenView | StoreFaultRefusal> {
    await this.close();
    try {
      return await this.enter(await make());
    } catch (error) {
      const fault = faultOf(error);
      if (fault !== undefined) this.options.report('the store cannot be made or opened', error);
      await this.start();
      this.options.changed();
      if (fault === undefined) throw error;
      return refuse('store_fault', { fault });
    }
  }

  private faultNow(): StoreFaultCode | undefined {
    return this.state.kind === 'fault' ? this.state.view.fault : undefined;
  }

  private async open(path: string, first: (opened: OpenedStore) => void = () => undefined): Promise<void> {
    try {
      await this.enter(openStore(path, this.options.sources.clock()), first);
    } catch (error) {
      const fault = faultOf(error) ?? 'damaged';
      const reference = this.options.report('the store cannot be opened', error);
      const newest = await this.options.newestBackup(path).catch((failed: unknown) => {
        this.options.report('looking for a backup', failed);
        return null;
      });
      const backup = newest && { path: newest.path, madeAt: newest.madeAt };
      this.state = { kind: 'fault', view: { state: 'fault', fault, path, backup, reference } };
    }
  }

  private async enter(
    opened: OpenedStore,
    first: (opened: OpenedStore) => void = () => undefined,
  ): Promise<OpenView> {
    try {
      first(opened);
      const { sources } = this.options;
      const row = await storeRow(opened.db);
      const today = businessDateOf(sources.clock(), row.calendar);
      const house = await firstOwner(opened.db);
      const shop: Shop = {
        ...{ opened, house, calendar: row.calendar, sample: row.sample },
        practice: opened.path === this.options.paths.practice,
        lookup: new LookupIndex(opened.raw),
        photos: new PhotoFolder(opened.path),
      };
      removeLeftCutFiles(opened.path);
      recoverInterruptedImports(opened.raw, {
        now: sources.clock(),
        today,
        newId: sources.newId,
        staffId: house.id,
      });
      indexMissingComplaints(opened.raw);
      const begun = await beginTrail(opened.db, { now: sources.clock(), today });
      if (begun !== null && !row.sample) await noteHead(opened.path, begun);
      const { version: ruleVersion } = await currentRules(opened.db, today);
      const stamp = { now: sources.clock(), today, staffId: house.id, ruleVersion, newId: sources.newId };
      await eraseAgain(opened.db, erasuresOf(opened.path), stamp);
      const view = await viewOf(opened, shop.practice);
      this.state = { kind: 'open', shop, view };
      // Lookups are right when cold; the hot set follows once the window has its first answer.
      setTimeout(() => this.openShop()?.lookup.warm((step) => setImmediate(step)), 50);
      this.options.changed();
      return view;
    } catch (error) {
      await opened.close();
      throw error instanceof Error ? error : new StoreFaultError('damaged', { cause: error });
    }
  }
}

async function viewOf(opened: OpenedStore, practice: boolean): Promise<OpenView> {
  const row = await storeRow(opened.db);
  const { zone, dayStartHour }: StoreCalendar = row.calendar;
  return { state: 'open', id: row.id, name: row.name, zone, dayStartHour, sample: row.sample, practice };
}
