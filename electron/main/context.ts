import type SQLite from 'better-sqlite3';
import type { PhotoFolder } from '../../db/complaints/photo-folder';
import type { AuditNote } from '../../db/domain/audit/entry';
import type { StoreCalendar } from '../../db/domain/calendar/business-day';
import type { Refusal } from '../../db/domain/refusal';
import type { Sheet } from '../../db/domain/slips/paper';
import type { Role } from '../../db/domain/staff/role';
import type { SecondPerson } from '../../db/domain/staff/second-person';
import type { BusinessDate, Instant } from '../../db/domain/units';
import type { LookupIndex } from '../../db/members/lookup-index';
import type { Reader, Tx } from '../../db/schema';
import type { Pepper } from '../../db/staff/pin-hash';
import type { Seated } from '../../db/staff/seats';
import type { ShukeContract } from '../contract';
import type { ShukeEvent } from '../contract/events';
import type { Handlers } from '../contract/rpc';
import type { BackupKeeper } from './backups/keeper';
import type { BackupProofs } from './backups/proof';
import type { Restores } from './backups/restores';
import type { CustomerScreen } from './customer-screen';
import type { Dock } from './dock/dock';
import type { Startup } from './dock/startup';
import type { Erasures } from './erasures';
import type { InsightRuns } from './insight-runs';
import type { Jobs } from './jobs/jobs';
import type { LongReads } from './jobs/long-reads';
import type { AnswerOf, AskedOf, ReadName } from './jobs/reads';
import type { SaleInHand } from './kept-sale';
import type { PinDesk } from './pin-desk';
import type { ChosenFolders } from './pos/chosen-folders';
import type { PosWatch } from './pos/watch';
import type { PracticeRun } from './practice-run';
import type { PreferencesFile } from './preferences';
import type { StartReader } from './reader/ask-reader';
import type { Screen } from './screen-place';
import type { DeskSources } from './shop';
import type { SlicedWork } from './sliced-work';
import type { StaffDesk } from './staff-desk';
import type { StoreSession } from './store-session';
import type { SupportDesk } from './support/support-desk';
import type { Trail } from './trail';

/** What would hold up the counter, read in a thread of its own over one picture of the open store. */
export type ReadLong = <Name extends ReadName>(name: Name, asked: AskedOf<Name>) => Promise<AnswerOf<Name>>;

export interface QueryCx {
  readonly db: Reader;
  /** For the few statements that are too hot for kysely (the lookup). */
  readonly raw: SQLite.Database;
  readonly lookup: LookupIndex;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly staff: Seated;
  readonly photos: PhotoFolder;
  readonly readLong: ReadLong;
  /** State outside the store: which store, preferences, jobs. */
  readonly app: AppCx;
}

export interface CommandCx {
  readonly tx: Tx;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  /** Who acts. */
  readonly staff: Seated;
  /** Who has approved this one call by their PIN. */
  readonly approver: Seated | null;
  /** What limits and allowances are judged by: the higher role of the two. */
  readonly authority: Role;
  /** Whether somebody else stands for it too, as one of this role at least: four eyes, one's own card. */
  readonly secondPerson: (least: Role) => SecondPerson;
  /** Adds to this command's entry in the audit trail, which is written with it in any case. */
  readonly audit: (note: AuditNote) => void;
  /** Pictures of the open store; what a command writes there stays when it is refused, and harms nobody. */
  readonly photos: PhotoFolder;
  readonly newId: () => string;
  /**
   * This command alone may write while it runs, so the thread sees what the command would; but nothing that
   * the command has written already.
   */
  readonly readLong: ReadLong;
  /** Says that what the counter shows of this member has changed: their lookup row is renewed in this transaction, the hot set after it. */
  readonly touch: (memberId: string) => void;
  /** Says that the store's own row has changed: after the commit it is read again. */
  readonly storeChanged: () => void;
  /** Says that work for many members was confirmed: after the commit it is done in slices. */
  readonly workConfirmed: () => void;
  /** Says that a person was erased: after the commit their traces in files and indexes are cleaned up. */
  readonly personErased: () => void;
}

/** What an act may use: everything outside a transaction. */
export interface AppCx {
  /** Of Shuke itself. */
  readonly version: string;
  readonly sources: DeskSources;
  readonly session: StoreSession;
  readonly preferences: PreferencesFile;
  readonly jobs: Jobs;
  readonly work: SlicedWork;
  readonly erasures: Erasures;
  readonly reads: LongReads;
  /** For files that somebody has chosen: what a stranger may have written is read in a process of its own. */
  readonly startReader: StartReader;
  readonly insightRuns: InsightRuns;
  readonly dialogs: Dialogs;
  readonly printing: Printing;
  /** What another program has copied, as text. */
  readonly clipboardText: () => Promise<string>;
  /** Free bytes of the drive that holds a folder. */
  readonly freeBytes: (folder: string) => number;
  readonly customerWindow: CustomerWindow;
  /** What the customer's screen is about, whether or not it is open. */
  readonly customer: CustomerScreen;
  readonly saleInHand: SaleInHand;
  /** What is practised, while the practice store is open. */
  readonly practice: PracticeRun;
  readonly pos: PosWatch;
  /** Where the owner has looked for the till's files. */
  readonly posFolders: ChosenFolders;
  /** The counter's window: its form, its place, how it comes and goes. */
  readonly dock: Dock;
  readonly startup: Startup;
  readonly desk: StaffDesk;
  readonly pins: PinDesk;
  readonly support: SupportDesk;
  readonly trail: Trail;
  readonly backups: BackupKeeper;
  readonly restores: Restores;
  readonly backupProofs: BackupProofs;
  readonly emit: (event: ShukeEvent) => void;
}

/** One call of an act. */
export interface ActCx extends AppCx {
  readonly staff: Seated | null;
  readonly approver: Seated | null;
  readonly readLong: ReadLong;
  /**
   * Writes this act into the audit trail of the open store, in one transaction with what it has to
   * `write`; a refusal of `write` is handed on and rolls both back.
   */
  readonly audit: <R extends Refusal = never>(
    note: AuditNote,
    write?: (tx: Tx) => Promise<R | undefined>,
  ) => Promise<R | undefined>;
}

/** The system's dialogs and file manager, so that capabilities need no electron. */
export interface Dialogs {
  readonly openFile: (filters: readonly { name: string; extensions: string[] }[]) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** Where to write a new file, with a name to begin with; null when the person wants none. */
  readonly saveFile: (
    suggestion: string,
    filters: readonly { name: string; extensions: string[] }[],
  ) => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
  readonly quit: () => void;
}

/** A page: as wide as its roll, as long as what stands on it; or A4, as many as it takes. */
export interface SlipPage {
  readonly paper: Sheet;
  readonly lengthMm: number;
}

/** Secrets of this PC that its system keeps, so that main needs no electron. */
export interface Keystore {
  /** Made at its first asking; null where the system keeps none. */
  readonly pepper: () => Pepper | null;
}

/** The counter's page on paper, so that capabilities need no electron. */
export interface Printing {
  readonly printers: () => Promise<{ name: string; label: string }[]>;
  /** Null when the system has taken the job, else its reason why not. */
  readonly print: (page: SlipPage & { readonly printer: string }) => Promise<string | null>;
  readonly pdf: (page: SlipPage) => Promise<Uint8Array>;
}

/** Words on the desktop, also while another program is in front; a click opens the complaint. */
export interface Alerts {
  readonly show: (alert: {
    readonly title: string;
    readonly body: string;
    readonly complaintId: string;
  }) => void;
}

/** The window that faces the customer. */
export interface CustomerWindow {
  readonly screens: () => Screen[];
  readonly isOpen: () => boolean;
  /** Opens it, or moves it: on that screen, or without a choice on a second one if there is any. */
  readonly open: (screenId: number | null) => void;
  readonly close: () => void;
}

export type RoomHandlers<Room extends keyof ShukeContract> = Handlers<
  ShukeContract[Room],
  QueryCx,
  CommandCx,
  ActCx
>;
