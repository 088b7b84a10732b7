import type { Period } from '../domain/calendar/period';
import type { ExportFormat, ExportTableName } from '../domain/exchange/export';
import type { ImportKind } from '../domain/exchange/fields';
import type { ImportGroups } from '../domain/exchange/groups';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';
import type { BatchState } from './batches';

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: BatchState;
  readonly startedAt: Instant;
  readonly members: number;
  readonly purchases: number;
  readonly refused: number;
  readonly refusedFile: string | null;
}

const SHOWN = 200;

/** The imports of this store, newest first. */
export async function importRows(db: Reader): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('import_batch')
    .select(['id', 'kind', 'file_name', 'state', 'started_at', 'counts', 'refused_file'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => {
    const counts = JSON.parse(row.counts) as Partial<ImportGroups>; // written by us; empty until it is done
    return {
      id: row.id,
      kind: row.kind,
      fileName: row.file_name,
      state: row.state,
      startedAt: instant(row.started_at),
      members: counts.newMembers ?? 0,
      purchases: counts.newPurchases ?? 0,
      refused: counts.refused ?? 0,
      refusedFile: row.refused_file,
    };
  });
}

/** What `manifest.json` of an export says; the store keeps a copy of each. */
export interface Manifest {
  readonly format: 'shuke-readable';
  /** 1 had no filter: every table, every day, everybody, as CSV. */
  readonly format_version: 1 | 2;
  readonly store: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    /** Head office must never count the sample store's people and money. */
    readonly sample: boolean;
  };
  readonly schema_version: number;
  readonly made_at: string;
  readonly last_business_date: string | null;
  readonly phones: 'masked' | 'full';
  /** What was left out: a reader must not take a part for the whole. */
  readonly filter?: {
    readonly tables: readonly ExportTableName[];
    readonly period: { readonly from: string; readonly to: string } | null;
    readonly segment: { readonly id: string; readonly name: string } | null;
  };
  readonly csv?: {
    readonly encoding: 'UTF-8 with BOM';
    readonly line_end: 'CRLF';
    readonly text_prefix: "'";
  };
  /** Of a CSV file its own totals, of a workbook those of each table in it. */
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly bytes: number;
    readonly sha256: string;
    readonly sums?: Readonly<Record<string, number>>;
    readonly tables?: readonly {
      readonly name: string;
      readonly rows: number;
      readonly sums: Readonly<Record<string, number>>;
    }[];
  }[];
}

export interface ExportRow {
  readonly id: string;
  readonly folder: string;
  readonly madeAt: Instant;
  readonly format: ExportFormat;
  /** Null when that table was not asked for. */
  readonly members: number | null;
  readonly purchases: number | null;
  readonly lastDate: BusinessDate | null;
  /** Of all its tables, how many. */
  readonly tables: number;
  readonly period: Period | null;
  readonly segment: string | null;
}

/** The readable exports made from this store, newest first. */
export async function exportRows(db: Reader): Promise<ExportRow[]> {
  const rows = await db
    .selectFrom('export_run')
    .select(['id', 'folder', 'made_at', 'manifest'])
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => {
    const { files, filter, last_business_date: last } = JSON.parse(row.manifest) as Manifest; // written by us
    const tables = files.flatMap((file): readonly { readonly name: string; readonly rows: number }[] =>
      file.tables === undefined ? [{ ...file, name: file.name.replace(/\.csv$/, '') }] : file.tables,
    );
    const count = (table: string) => tables.find(({ name }) => name === table)?.rows ?? null;
    const period = filter?.period ?? null;
    return {
      id: row.id,
      folder: row.folder,
      madeAt: instant(row.made_at),
      format: files.some((file) => file.tables !== undefined) ? 'xlsx' : 'csv',
      members: count('members'),
      purchases: count('purchases'),
      lastDate: last === null ? null : businessDate(last),
      tables: tables.length,
      period: period && { from: businessDate(period.from), to: businessDate(period.to) },
      segment: filter?.segment?.name ?? null,
    };
  });
}

/** Every path that this store has shown to a person: folders of exports, files of refused rows. */
export async function handedOut(db: Reader): Promise<string[]> {
  const exports = await db.selectFrom('export_run').select('folder as path').execute();
  const refused = await db
    .selectFrom('import_batch')
    .select('refused_file as path')
    .where('refused_file', 'is not', null)
    .execute();
  return [...exports, ...refused].flatMap(({ path }) => path ?? []);
}
