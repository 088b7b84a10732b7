import type { Worker } from 'node:worker_threads';
import { type BackupFile, backupsIn, backupsOf } from '../../../db/backups/folder';
import { lastDayClose } from '../../../db/backups/moments';
import { copiesOn, mediumPresent } from '../../../db/backups/second-medium';
import {
  changeStanding,
  readStanding,
  type SecondMedium,
  type Standing,
} from '../../../db/backups/standing-file';
import { type BackupClock, backupIsDue, trialIsDue } from '../../../db/domain/backups/due';
import { type NoParams, type Refusal, refuse } from '../../../db/domain/refusal';
import type { Instant } from '../../../db/domain/units';
import { recoveryCodeKept } from '../../../db/staff/queries';
import type { AskedOfTask, BackupTask, TaskAnswer } from '../jobs/backup-task';
import { BackupWorker } from '../jobs/backup-worker';
import type { WorkerEntry } from '../jobs/worker-entry';
import type { Shop, Sources } from '../shop';
import { StoreClosedError } from '../store-session';
import { failureOf, type WhyNotWritten } from './failure';

export type Doing = 'making' | 'copying' | 'trial' | 'restoring';
type Busy = Refusal<'busy', NoParams>;
type NotMade = Refusal<'not_written', { why: WhyNotWritten }> | Refusal<'not_whole', NoParams>;

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
  /** What the screens show of the backups has changed. */
  readonly changed: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

const SEEN_EVERY_MS = 3_600_000;

/**
 * Makes the backups of the open store: by itself when they are due, and when somebody asks. One piece of
 * work at a time, each in a worker thread, while the counter goes on. The sample store has none.
 */
export class BackupKeeper {
  readonly worker: BackupWorker;
  private doing: Doing | null = null;
  private current: Promise<unknown> = Promise.resolve();
  private following: Promise<unknown> = Promise.resolve();
  private lastActAt: Instant | null = null;
  private opened: { readonly shop: Shop; readonly at: Instant } | undefined;

  constructor(private readonly around: Around) {
    this.worker = new BackupWorker(around.startWorker);
  }

  running(): Doing | null {
    return this.doing;
  }

  /** Somebody has recorded something. */
  acted(): void {
    this.own();
    this.lastActAt = this.around.sources.clock();
  }

  /** Once a minute: does what is due. Never throws; what failed is written down and tried again later. */
  async minute(): Promise<void> {
    const shop = this.own();
    if (shop === undefined || this.doing !== null) return;
    try {
      if (await this.isDue(shop)) await this.make(shop);
      else if (await this.copyIsDue(shop)) await this.copyNewest(shop);
      else if (this.trialIsDue(shop)) await this.tryNewest(shop);
    } catch (error) {
      if (!(error instanceof StoreClosedError)) this.around.failed('looking after the backups', error);
    }
  }

  /** When what runs, and what follows from it, is over. */
  async settled(): Promise<void> {
    await this.following;
    await this.current;
  }

  /** Before the store closes. A restore closes it itself, and is not cut off by it. */
  async stop(): Promise<void> {
    if (this.doing === 'restoring') return;
    await this.worker.stop();
    await this.settled();
  }

  async makeNow(): Promise<BackupFile | Busy | NotMade | Refusal<'in_sample', NoParams>> {
    const shop = this.own();
    if (shop === undefined) return refuse('in_sample');
    if (this.doing !== null) return refuse('busy');
    return await this.make(shop);
  }

  /** The first copy on a drive that was just chosen; how it ends stands in the standing. */
  copySoon(): void {
    const shop = this.own();
    if (shop === undefined || this.doing !== null) return; // the next minute will
    const work = newestOf(shop) === undefined ? this.make(shop) : this.copyNewest(shop);
    this.following = work.catch((error: unknown) => {
      if (!(error instanceof StoreClosedError)) this.around.failed('the first copy', error);
    });
  }

  /** Runs one piece of work on whole files, alone; `busy` while another does. */
  async alone<Result>(doing: Doing, work: () => Promise<Result>): Promise<Result | Busy> {
    if (this.doing !== null) return refuse('busy');
    this.doing = doing;
    this.around.changed();
    const mine = work().finally(() => {
      this.doing = null;
      this.around.changed();
    });
    this.current = mine.catch(() => undefined); // whoever has asked for it hears why it failed
    return await mine;
  }

  /** The newest backup that reads back whole, of a store that does not open. */
  async newestWhole(storePath: string): Promise<BackupFile | null> {
    if (backupsIn(backupsOf(storePath), 'plain').length === 0) return null;
    return await this.task('newestWhole', { storePath });
  }

  task<Name extends BackupTask>(name: Name, asked: AskedOfTask<Name>): Promise<TaskAnswer<Name>> {
    return this.worker.run(name, asked);
  }

  private own(): Shop | undefined {
    const shop = this.around.openShop();
    if (shop !== undefined && this.opened?.shop !== shop) {
      this.opened = { shop, at: this.around.sources.clock() };
      this.lastActAt = null;
    }
    return shop?.sample === true ? undefined : shop;
  }

  private async isDue(shop: Shop): Promise<boolean> {
    const clock: BackupClock = {
      now: this.around.sources.clock(),
      calendar: shop.calendar,
      lastMadeAt: newestOf(shop)?.madeAt ?? null,
      lastFailedAt: readStanding(shop.opened.path).failed?.at ?? null,
      lastDayClose: await lastDayClose(shop.opened.db),
      lastActAt: this.lastActAt,
    };
    return backupIsDue(clock, this.opened?.at ?? clock.now);
  }

  private async copyIsDue(shop: Shop): Promise<boolean> {
    const { second } = readStanding(shop.opened.path);
    if (second === null || !(await mediumPresent(second.folder))) return false;
    const now = this.around.sources.clock();
    if (now - second.seenAt >= SEEN_EVERY_MS) this.noteSecond(shop, { seenAt: now });
    if (second.failed !== null && now - second.failed.at < SEEN_EVERY_MS) return false;
    const newest = newestOf(shop);
    return newest !== undefined && (await copiesOn(second.folder)).every(({ id }) => id !== newest.id);
  }

  private trialIsDue(shop: Shop): boolean {
    const { trial } = readStanding(shop.opened.path);
    const newest = newestOf(shop);
    // After a bad one the next backup is tried at once: the shop has to know that it is safe again.
    const isAnother = trial?.good === false && newest?.id !== trial.backupId;
    return newest !== undefined && (isAnother || trialIsDue(this.around.sources.clock(), trial?.at ?? null));
  }

  /** Makes one, and copies it to the second medium if it is there. */
  private async make(shop: Shop): Promise<BackupFile | Busy | NotMade> {
    const { path } = shop.opened;
    const made = await this.alone('making', async () => {
      const now = this.around.sources.clock();
      try {
        const backup = await this.task('make', { storePath: path, now, calendar: shop.calendar });
        changeStanding(path, { failed: null });
        return backup;
      } catch (error) {
        if (error instanceof StoreClosedError) throw error;
        this.around.failed('making a backup', error);
        const why = failureOf(error);
        this.note(path, { failed: { code: why === 'gone' ? 'not_writable' : why, at: now } });
        return why === 'not_whole' ? refuse('not_whole') : refuse('not_written', { why });
      }
    });
    if ('path' in made && (await this.copyIsDue(shop))) await this.copyNewest(shop);
    return made;
  }

  private async copyNewest(shop: Shop): Promise<void> {
    const [{ second }, backup] = [readStanding(shop.opened.path), newestOf(shop)];
    const recipient = (await recoveryCodeKept(shop.opened.db))?.recipient ?? null;
    if (second === null || backup === undefined) return;
    const now = this.around.sources.clock();
    if (recipient === null) {
      this.noteSecond(shop, { failed: { code: 'second_needs_code', at: now } });
      return;
    }
    await this.alone('copying', async () => {
      const { path: storePath } = shop.opened;
      const order = { storePath, now, calendar: shop.calendar, chosen: second.folder, recipient, backup };
      try {
        await this.task('copy', order);
        this.noteSecond(shop, { seenAt: now, failed: null });
      } catch (error) {
        if (error instanceof StoreClosedError) throw error;
        this.around.failed('copying a backup to the second medium', error);
        const why = failureOf(error);
        const code = why === 'not_whole' ? 'second_damaged' : 'second_not_written';
        this.noteSecond(shop, { failed: { code, at: now } });
      }
    });
  }

  /** The weekly trial: the newest backup, and the newest copy that can be reached. */
  private async tryNewest(shop: Shop): Promise<void> {
    const backup = newestOf(shop);
    if (backup === undefined) return;
    const { path: storePath } = shop.opened;
    const now = this.around.sources.clock();
    const isGood = await this.alone('trial', async () => {
      const tried = await this.task('trial', { storePath, now, calendar: shop.calendar, backup });
      changeStanding(storePath, { trial: { at: now, backupId: backup.id, ...tried } });
      await this.checkCopy(shop, now);
      return tried.good;
    });
    if (isGood === false) await this.make(shop);
  }

  private async checkCopy(shop: Shop, now: Instant): Promise<void> {
    const { second } = readStanding(shop.opened.path);
    const [copy] = second === null ? [] : await copiesOn(second.folder);
    if (copy === undefined) return;
    try {
      await this.task('check', { backup: copy });
    } catch (error) {
      if (error instanceof StoreClosedError) throw error;
      this.around.failed('reading back a copy on the second medium', error);
      this.noteSecond(shop, { failed: { code: 'second_damaged', at: now } });
    }
  }

  private noteSecond(shop: Shop, parts: Partial<SecondMedium>): void {
    const { second } = readStanding(shop.opened.path);
    if (second !== null) this.note(shop.opened.path, { second: { ...second, ...parts } });
  }

  /** On a disk that takes nothing it is not noted either; whoever asked is told all the same. */
  private note(storePath: string, parts: Partial<Standing>): void {
    try {
      changeStanding(storePath, parts);
    } catch (error) {
      this.around.failed('noting how the backups stand', error);
    }
  }
}

const newestOf = (shop: Shop): BackupFile | undefined => backupsIn(backupsOf(shop.opened.path), 'plain')[0];
