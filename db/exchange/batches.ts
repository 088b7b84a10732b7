import type SQLite from 'better-sqlite3';
import type { ImportKind, Reading } from '../domain/exchange/fields';
import type { ImportGroups } from '../domain/exchange/groups';
import type { Instant } from '../domain/units';

export interface NewBatch {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly reading: Reading;
  readonly staffId: string;
  readonly now: Instant;
}

export type BatchState = 'running' | 'done' | 'undoing' | 'undone' | 'cancelled';

export function startBatch(raw: SQLite.Database, batch: NewBatch): void {
  raw
    .prepare(
      `insert into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
       values (?, ?, ?, ?, ?, 'running', ?, ?)`,
    )
    .run(
      batch.id,
      batch.kind,
      batch.fileName,
      batch.sha256,
      JSON.stringify(batch.reading),
      batch.staffId,
      batch.now,
    );
}

export interface BatchOutcome {
  readonly groups: ImportGroups;
  readonly refusedFile: string | null;
  readonly now: Instant;
}

export function finishBatch(
  raw: SQLite.Database,
  id: string,
  { groups, refusedFile, now }: BatchOutcome,
): void {
  raw
    .prepare(
      "update import_batch set state = 'done', counts = ?, refused_file = ?, finished_at = ? where id = ?",
    )
    .run(JSON.stringify(groups), refusedFile, now, id);
}

export function setBatchState(raw: SQLite.Database, id: string, state: BatchState): void {
  raw.prepare('update import_batch set state = ? where id = ?').run(state, id);
}

export function batchState(raw: SQLite.Database, id: string): BatchState | undefined {
  return raw.prepare<[string], BatchState>('select state from import_batch where id = ?').pluck().get(id);
}

/** Imports and undos that a crash or a power cut has interrupted. */
export function interruptedBatches(raw: SQLite.Database): string[] {
  return raw
    .prepare<[], string>(
      "select id from import_batch where state in ('running', 'undoing') order by started_at, id",
    )
    .pluck()
    .all();
}

export function insertExportRun(
  raw: SQLite.Database,
  run: { id: string; folder: string; manifest: string; now: Instant; staffId: string },
): void {
  raw
    .prepare('insert into export_run (id, folder, manifest, made_at, staff_id) values (?, ?, ?, ?, ?)')
    .run(run.id, run.folder, run.manifest, run.now, run.staffId);
}
