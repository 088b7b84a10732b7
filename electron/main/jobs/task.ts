import type { StoreCalendar } from '../../../db/domain/calendar/business-day';
import type { ExportFilter, ExportFormat } from '../../../db/domain/exchange/export';
import type { ImportKind, Reading } from '../../../db/domain/exchange/fields';
import type { Locale } from '../../../db/domain/locale';
import type { Instant } from '../../../db/domain/units';
import type { BuiltBy } from '../../../db/exchange/built-upon';
import type { JobView } from '../../contract/exchange';
import type { CutFile } from '../reader/order';

interface Import {
  readonly fileName: string;
  readonly importKind: ImportKind;
  readonly reading: Reading;
}
interface ChosenFile {
  /** Only main knows paths. */
  readonly path: string;
}
interface Cut {
  readonly cut: CutFile;
}

type OfFile<Source> =
  | ({ readonly kind: 'dry_run' } & Import & Source)
  | ({ readonly kind: 'import'; readonly batchId: string } & Import & Source);
export type UndoWork = { readonly kind: 'undo_import'; readonly batchId: string };
type ExportWork = {
  readonly kind: 'export';
  readonly runId: string;
  readonly folder: string;
  readonly format: ExportFormat;
  readonly filter: ExportFilter;
};

/** Makes a packet for head office, or none, and copies packets to a folder. */
export interface PacketWork {
  readonly kind: 'packet';
  readonly make: 'full' | 'delta' | null;
  /** Null: it is only made. */
  readonly folder: string | null;
  /** Packets that are copied once more besides what waits, by their ids. */
  readonly again: readonly string[];
  /** Of Shuke itself. */
  readonly shuke: string;
}

/** What is asked of main: a file is named. */
export type FileWork = OfFile<ChosenFile>;
export type AskedWork = FileWork | ExportWork | PacketWork;

/** What a job does: a file's rows lie ready. `recover` finishes what a crashed worker has left, and is never shown as such. */
export type Work = OfFile<Cut> | UndoWork | ExportWork | PacketWork | { readonly kind: 'recover' };

/** Everything a job needs; it crosses into the worker as a structured clone. */
export interface Task {
  readonly work: Work;
  readonly storePath: string;
  readonly calendar: StoreCalendar;
  readonly staffId: string;
  readonly locale: Locale;
  readonly now: Instant;
  /** One Int32: 1 when the person has cancelled. Shared, so that it is heard in the middle of a loop. */
  readonly cancel: SharedArrayBuffer;
  /** The store's `Turn`: a job that writes gives way to the counter. */
  readonly turn: SharedArrayBuffer;
}

export type Step = JobView['step'];
export type Failure = NonNullable<JobView['failure']>;
export type JobResult = NonNullable<JobView['result']>;

export type JobMessage =
  | { readonly type: 'accepted' }
  | { readonly type: 'built_upon'; readonly by: BuiltBy; readonly rows: number }
  | { readonly type: 'progress'; readonly step: Step; readonly done: number; readonly total: number | null }
  | { readonly type: 'done'; readonly result: JobResult | null }
  | { readonly type: 'cancelled' }
  | {
      readonly type: 'failed';
      readonly failure: Failure;
      readonly line: number | null;
      /** As `faultWords` says it. */
      readonly error: string;
    };
