import { knownHead, noteHead } from '../../db/audit/head-file';
import { hashAt, trailHead } from '../../db/audit/queries';
import type { Verification } from '../contract/audit';
import type { LongReads } from './jobs/long-reads';
import type { Shop, Sources } from './shop';
import { StoreClosedError } from './store-session';

/** By then the window has its first answers, and whatever the opening woke is done. */
const AFTER_OPENING_MS = 30_000;

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly reads: LongReads;
  /** A verification has begun or ended. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** Watches over the audit trail of the open store: verified at its start and when asked, its end noted beside it. */
export class Trail {
  private last: Verification | null = null;
  private running: Promise<Verification> | undefined;
  private noting: Promise<void> = Promise.resolve();
  private soon: NodeJS.Timeout | undefined;

  constructor(private readonly around: Around) {}

  /** A store was opened: what was found out about another one says nothing about it. */
  opened(): void {
    clearTimeout(this.soon);
    this.last = null;
    this.soon = setTimeout(() => this.verifyByItself(), AFTER_OPENING_MS);
    this.soon.unref();
  }

  standing(): { readonly lastVerification: Verification | null; readonly verifying: boolean } {
    return { lastVerification: this.last, verifying: this.running !== undefined };
  }

  /** Reads the whole trail in a thread of its own; one at a time. Rejects when the store is closed meanwhile. */
  verify(): Promise<Verification> {
    this.running ??= this.readAll().finally(() => {
      this.running = undefined;
      this.around.changed();
    });
    return this.running;
  }

  /**
   * Notes beside the store how far its trail has come. What is there already stays where it does not belong
   * to this trail: it is what shows that an end is missing.
   */
  noteEnd(): Promise<void> {
    this.noting = this.noting.then(() => this.note()).catch(this.around.failed);
    return this.noting;
  }

  /** Whether the trail of the open store is the one whose end was noted. */
  async isKnown(): Promise<boolean> {
    const shop = this.around.openShop();
    const known = shop === undefined ? null : knownHead(shop.opened.path);
    return known === null || (await hashAt(this.shop().opened.db, known.seq)) === known.hash;
  }

  /** From now on this end counts, whatever was noted before. */
  async acceptEnd(): Promise<void> {
    const { opened } = this.shop();
    const head = await trailHead(opened.db);
    if (head !== null) await noteHead(opened.path, head);
  }

  /** Before the store is closed. */
  async stop(): Promise<void> {
    clearTimeout(this.soon);
    await this.noteEnd();
    this.last = null;
  }

  private verifyByItself(): void {
    this.verify().catch((error: unknown) => {
      if (!(error instanceof StoreClosedError)) this.around.failed(error);
    });
  }

  private async readAll(): Promise<Verification> {
    const { opened } = this.shop();
    this.around.changed();
    const { path } = opened;
    const verified = await this.around.reads.read(path, 'auditTrail', { known: knownHead(path) });
    this.last = { at: this.around.sources.clock(), ...verified, findings: [...verified.findings] };
    return this.last;
  }

  private async note(): Promise<void> {
    const shop = this.around.openShop();
    if (shop === undefined || shop.sample || !(await this.isKnown())) return;
    const { opened } = shop;
    const head = await trailHead(opened.db);
    if (head !== null && knownHead(opened.path)?.seq !== head.seq) await noteHead(opened.path, head);
  }

  private shop(): Shop {
    const shop = this.around.openShop();
    if (shop === undefined) throw new StoreClosedError();
    return shop;
  }
}
