import type SQLite from 'better-sqlite3';
import type { StoreCalendar } from '../../db/domain/calendar/business-day';
import type { BusinessDate, Instant } from '../../db/domain/units';
import type { LookupIndex } from '../../db/members/lookup-index';
import type { Reader, Tx } from '../../db/schema';
import type { ShukeContract } from '../contract';
import type { ShukeEvent } from '../contract/events';
import type { Handlers } from '../contract/rpc';
import type { Jobs } from './jobs/jobs';
import type { PreferencesFile } from './preferences';
import type { Sources, Staff } from './shop';
import type { StoreSession } from './store-session';

export interface QueryCx {
  readonly db: Reader;
  /** For the few statements that are too hot for kysely (the lookup). */
  readonly raw: SQLite.Database;
  readonly lookup: LookupIndex;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly staff: Staff;
  /** State outside the store: which store, preferences, jobs. */
  readonly app: AppCx;
}

export interface CommandCx {
  readonly tx: Tx;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly staff: Staff;
  readonly newId: () => string;
  /** Says that what the counter shows of this member has changed: their lookup row is renewed in this transaction, the hot set after it. */
  readonly touch: (memberId: string) => void;
  /** Says that the store's own row has changed: after the commit it is read again. */
  readonly storeChanged: () => void;
}

/** What an act may use: everything outside a transaction. */
export interface AppCx {
  readonly sources: Sources;
  readonly session: StoreSession;
  readonly preferences: PreferencesFile;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
  readonly emit: (event: ShukeEvent) => void;
}

/** Files of the worker_threads that main may start. */
export type WorkerEntry = 'exchange-job' | 'seed-job';

/** The system's dialogs and file manager, so that capabilities need no electron. */
export interface Dialogs {
  readonly openFile: (filters: readonly { name: string; extensions: string[] }[]) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
  readonly quit: () => void;
}

export type RoomHandlers<Room extends keyof ShukeContract> = Handlers<
  ShukeContract[Room],
  QueryCx,
  CommandCx,
  AppCx
>;
