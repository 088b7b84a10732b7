import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { lastMoment } from '../../../db/audit/moment';
import { clockState } from '../../../db/domain/audit/clock';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import type { Locale } from '../../../db/domain/locale';
import { NO_COUNTS, type PosFileFailure } from '../../../db/domain/pos/outcome';
import { type PosHealth, type SeenFile, Stillness } from '../../../db/domain/pos/watching';
import { beginFile, endFile, fileMoved } from '../../../db/pos/commands';
import { fileRemembered, type PosSource, posFile, posSource, refusedOf } from '../../../db/pos/queries';
import type { Tx } from '../../../db/schema';
import { momentIn } from '../moment';
import type { StartReader } from '../reader/ask-reader';
import { cutFilePath } from '../reader/cut-file-place';
import type { DeskSources, Shop } from '../shop';
import { isHeld, tillFiles } from './folder';
import { placeFile } from './place-file';
import { postFile } from './post-file';
import { readTillFile } from './till-file';

/** The system tells of changes at once where it can; drives of other PCs are looked at so often. */
const LOOK_MS = 10_000;
/** A folder that is gone, or a fault of our own, is tried again calmly. */
const AGAIN_MS = 30_000;
/** Several changes at once are one. */
const SETTLE_MS = 200;
/** A refused file's reasons; the screen shows all of them. */
const MOST_REASONS = 100_000;

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: DeskSources;
  readonly startReader: StartReader;
  readonly locale: () => Locale;
  /** How the folder does has changed, or a file was read. */
  readonly changed: () => void;
  /** Receipts were booked. */
  readonly wrote: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Watches the till's folder and posts what stands still in it, one file after the other. Nothing runs while no
 * folder is set, while it is paused, or in a made-up store.
 */
export class PosWatch {
  private state: PosHealth = 'off';
  private takesNothing = false;
  private stillness = new Stillness();
  private timer: NodeJS.Timeout | undefined;
  private soon = false;
  private watcher: { readonly folder: string; readonly of: FSWatcher } | undefined;
  private stopping: AbortController | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly around: Around) {}

  get health(): PosHealth {
    return this.state;
  }

  /** The folder lets nothing be moved out of it. */
  get readOnly(): boolean {
    return this.takesNothing;
  }

  /** A store was opened, or the owner has changed what is watched. */
  async restart(): Promise<void> {
    await this.stop();
    this.stopping?.abort(); // another restart was as quick
    this.stopping = new AbortController();
    this.takesNothing = false;
    this.stillness = new Stillness();
    this.wake(0);
  }

  /** Before the store is closed: ends after the slice at hand; the rest of a file is posted later. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    this.stopping = undefined;
    clearTimeout(this.timer);
    this.soon = false;
    this.unwatch();
    await this.last;
    this.state = 'off';
  }

  /** Looks at the folder once, after whatever look is at it; what stands still by now is posted when it ends. */
  look(): Promise<void> {
    const looked = this.last.then(() => this.lookNow());
    this.last = looked;
    return looked;
  }

  private wake(afterMs: number): void {
    if (this.soon) return;
    clearTimeout(this.timer);
    if (this.stopping === undefined) return;
    this.timer = setTimeout(() => void this.look(), afterMs);
    this.timer.unref();
  }

  /** Something has changed; a folder that never rests is looked at all the same. */
  private wakeSoon(): void {
    if (this.soon) return;
    this.wake(SETTLE_MS);
    this.soon = true;
  }

  private async lookNow(): Promise<void> {
    this.soon = false;
    const { stopping } = this;
    const shop = this.around.openShop();
    if (stopping === undefined || shop === undefined) return;
    try {
      const next = await this.lookAt(shop, stopping.signal);
      if (next !== null) this.wake(next);
    } catch (error) {
      if (stopping.signal.aborted) return; // the store was left meanwhile
      this.say('failed');
      this.around.failed(error);
      this.wake(AGAIN_MS);
    }
  }

  /** Answers after how many milliseconds to look again; null where there is nothing to look at. */
  private async lookAt(shop: Shop, signal: AbortSignal): Promise<number | null> {
    const source = await posSource(shop.opened.db);
    const resting = shop.sample ? 'sample' : source === null ? 'off' : source.paused ? 'paused' : undefined;
    if (source === null || resting !== undefined) return this.rest(resting ?? 'off');
    if (clockState(this.around.sources.clock(), lastMoment(shop.opened.raw)) === 'behind') {
      this.say('clock_back');
      return AGAIN_MS;
    }
    const files = await tillFiles(source.folder, source);
    if (typeof files === 'string') {
      this.unwatch();
      this.say(files);
      return AGAIN_MS;
    }
    this.follow(source.folder);
    const { still, nextIn } = this.stillness.look(
      files,
      source.marker === 'none' ? source.stillSeconds * 1000 : 0,
      this.around.sources.steady(),
    );
    for (const seen of still) {
      if (signal.aborted) return null;
      await this.take(shop, source, seen, signal);
    }
    this.say('watching');
    return Math.min(LOOK_MS, nextIn ?? LOOK_MS);
  }

  private rest(health: PosHealth): null {
    this.unwatch();
    this.say(health);
    return null;
  }

  /** Posts one file that stands still, and puts it where it belongs. */
  private async take(shop: Shop, source: PosSource, seen: SeenFile, signal: AbortSignal): Promise<void> {
    const { db } = shop.opened;
    const before = await fileRemembered(db, seen);
    if (before !== null) {
      // Read before a crash came between, or in a folder that takes nothing.
      if (!source.grows && !this.takesNothing) await this.place(shop, source, seen, before.id);
      return;
    }
    const path = join(source.folder, seen.name);
    if (await isHeld(path)) return;
    this.say('reading');
    const { newId } = this.around.sources;
    const fileId = await db
      .transaction()
      .execute((tx) => beginFile(tx, seen, { grows: source.grows, newId }));
    const cutTo = cutFilePath(shop.opened.path, newId());
    const file = await readTillFile(
      this.around.startReader,
      { path, cutTo, reading: source.reading },
      signal,
    );
    if (file === 'cancelled' || file === 'file_gone') return;
    if (typeof file === 'string') await this.end(shop, fileId, { failure: file });
    else {
      const of = { fileId, from: source.from };
      const posted = await postFile(
        { shop, sources: this.around.sources },
        file.receipts,
        of,
        () => signal.aborted,
      );
      if (posted === undefined) return;
      await this.end(shop, fileId, { failure: null, sha256: file.sha256, ...posted });
      if (posted.counts.posted + posted.counts.refunded > 0) this.around.wrote();
    }
    if (!source.grows) await this.place(shop, source, seen, fileId);
    this.around.changed();
  }

  private async end(
    shop: Shop,
    fileId: string,
    of:
      | { readonly failure: PosFileFailure }
      | ({ readonly failure: null } & Pick<Parameters<typeof endFile>[2], 'sha256' | 'counts' | 'refused'>),
  ): Promise<void> {
    const now = momentIn(shop, this.around.sources);
    const today = businessDateOf(now, shop.calendar);
    const unread = { sha256: null, counts: NO_COUNTS, refused: [] };
    await shop.opened.db
      .transaction()
      .execute((tx: Tx) => endFile(tx, fileId, { ...unread, ...of, now, today }));
  }

  private async place(shop: Shop, source: PosSource, seen: SeenFile, fileId: string): Promise<void> {
    const { db } = shop.opened;
    const file = await posFile(db, fileId);
    if (file === null) return;
    const { rows } = await refusedOf(db, fileId, { offset: 0, limit: MOST_REASONS });
    const refused = file.failure !== null || rows.length > 0;
    const place = refused ? 'refused' : 'done';
    const reasons = refused ? { failure: file.failure, refused: rows, locale: this.around.locale() } : null;
    const placed = await placeFile(source.folder, seen, place, reasons);
    if (placed === 'read_only') this.takesNothing = true;
    else if (placed !== 'changed')
      await db.transaction().execute((tx: Tx) => fileMoved(tx, fileId, { place, name: placed.name }));
  }

  private follow(folder: string): void {
    if (this.watcher?.folder === folder) return;
    this.unwatch();
    try {
      const of = watch(folder, { persistent: false }, () => this.wakeSoon());
      of.on('error', () => this.unwatch()); // it is looked at all the same
      this.watcher = { folder, of };
    } catch {
      // Drives that tell nothing are looked at all the same.
    }
  }

  private unwatch(): void {
    this.watcher?.of.close();
    this.watcher = undefined;
  }

  private say(health: PosHealth): void {
    if (this.state === health) return;
    this.state = health;
    this.around.changed();
  }
}
