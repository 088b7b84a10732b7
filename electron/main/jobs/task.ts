import type { StoreCalendar } from '../../../db/domain/calendar/business-day';
import type { ImportKind, Reading } from '../../../db/domain/exchange/fields';
import type { Instant } from '../../../db/domain/units';
import type { BuiltBy } from '../../../db/exchange/built-upon';
import type { JobView } from '../../contract/exchange';

interface FileWork {
  /** Path and name of the chosen file; only main knows paths. */
  readonly path: string;
  readonly fileName: string;
  readonly importKind: ImportKind;
  readonly reading: Reading;
}

/** What a job does. `recover` finishes what a crashed worker has left, and is never shown as such. */
export type Work =
  | ({ readonly kind: 'dry_run' } & FileWork)
  | ({ readonly kind: 'import'; readonly batchId: string } & FileWork)
  | { readonly kind: 'undo_import'; readonly batchId: string }
  | { readonly kind: 'export'; readonly runId: string; readonly folder: string; readonly maskPhones: boolean }
  | { readonly kind: 'recover' };

/** Everything a job needs; it crosses into the worker as a structured clone. */
export interface Task {
  readonly work: Work;
  readonly storePath: string;
  readonly calendar: StoreCalendar;
  readonly staffId: string;
  readonly locale: 'zh-CN' | 'en';
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
