import type SQLite from 'better-sqlite3';
import { listDraft } from '../../../db/care/lists';
import { careResults } from '../../../db/care/results';
import { complaintStatistics } from '../../../db/complaints/statistics';
import { customersIn } from '../../../db/overview/customers';
import { figuresIn } from '../../../db/overview/figures';
import { indicatorsIn } from '../../../db/overview/indicators';
import { liabilityOn } from '../../../db/points/liability';
import type { Reader } from '../../../db/schema';
import { serviceChanges } from '../../../db/surveys/changes';
import { staffRanking } from '../../../db/surveys/ranking';
import { surveyResults } from '../../../db/surveys/results';

/**
 * Reads that may take longer than main may be away from the counter, by name; each over one picture of the
 * store. The connection itself is for what is read by the million, where kysely would cost more than SQLite.
 */
export const READS = {
  careList: listDraft,
  careResults,
  complaintStatistics,
  liability: liabilityOn,
  overviewCustomers: customersIn,
  overviewFigures: figuresIn,
  overviewIndicators: indicatorsIn,
  serviceChanges,
  staffRanking,
  surveyResults,
} as const satisfies Readonly<
  Record<string, (db: Reader, asked: never, raw: SQLite.Database) => Promise<unknown>>
>;

export type ReadName = keyof typeof READS;
export type AskedOf<Name extends ReadName> = Parameters<(typeof READS)[Name]>[1];
export type AnswerOf<Name extends ReadName> = Awaited<ReturnType<(typeof READS)[Name]>>;

/** What the thread is handed; `asked` is what the read of that name takes. */
export interface ReadOrder {
  readonly storePath: string;
  readonly name: ReadName;
  readonly asked: unknown;
}
