import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { wallTimeIn } from '../../../db/domain/calendar/wall-clock';
import { currentRules } from '../../../db/settings/queries';
import type { LongReads } from '../jobs/long-reads';
import type { Paths } from '../paths';
import type { PreferencesFile } from '../preferences';
import type { Shop, Sources } from '../shop';
import type { StoreSession } from '../store-session';
import type { Trail } from '../trail';
import { bundleText } from './bundle-text';
import { fileFacts, type Gathered, machineFacts, orWhy, programFacts, storeFacts } from './gathered';
import { logTail } from './log-tail';
import { rulesWords } from './rules-words';
import { safetyFacts } from './safety-facts';
import type { Timings } from './timings';

/** Texts that are shown and not yet saved: one per window would do. */
const KEPT = 3;

export interface SupportOptions {
  readonly version: string;
  readonly paths: Paths;
  readonly session: StoreSession;
  readonly preferences: PreferencesFile;
  readonly reads: LongReads;
  readonly timings: Timings;
  readonly trail: Trail;
  readonly sources: Sources;
}

/**
 * Makes the support file and keeps what was shown, so that what is saved is what was read. It can be made
 * beside a store that does not open, too: then most of all.
 */
export class SupportDesk {
  private readonly texts = new Map<string, { readonly text: string; readonly at: number }>();

  constructor(private readonly options: SupportOptions) {}

  async gather(): Promise<{ id: string; text: string }> {
    const { sources, preferences } = this.options;
    const text = bundleText(await this.everything(), preferences.get().locale);
    const id = sources.newId();
    this.texts.set(id, { text, at: sources.clock() });
    for (const old of [...this.texts.keys()].slice(0, -KEPT)) this.texts.delete(old);
    return { id, text };
  }

  /** What was shown under this id, and when it was gathered. */
  shown(id: string): { readonly text: string; readonly at: number } | undefined {
    return this.texts.get(id);
  }

  private async everything(): Promise<Gathered> {
    const { version, paths, session, preferences, reads, timings, sources } = this.options;
    const view = session.view();
    const shop = session.openShop();
    const zone = shop?.calendar.zone ?? 'UTC';
    const store = shop?.opened.path ?? paths.store;
    return {
      ...{ at: wallTimeIn(zone)(sources.clock()), zone },
      program: programFacts(version, preferences.get().locale),
      machine: machineFacts(),
      store: storeFacts(view, paths),
      safety: shop === undefined ? [] : await safetyFacts(shop, this.options.trail),
      figures: await orWhy(reads.read(store, 'storeFigures', {})),
      rules: shop === undefined ? [] : await this.rules(shop),
      files: await fileFacts(store),
      timings: timings.read(),
      log: await logTail(paths.logs),
    };
  }

  private async rules({ opened, calendar }: Shop): Promise<readonly string[]> {
    const today = businessDateOf(this.options.sources.clock(), calendar);
    const read = await orWhy(currentRules(opened.db, today));
    return 'unreadable' in read ? [read.unreadable] : [`version: ${read.version}`, ...rulesWords(read.rules)];
  }
}
