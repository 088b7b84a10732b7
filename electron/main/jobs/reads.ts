import { listDraft } from '../../../db/care/lists';
import { careResults } from '../../../db/care/results';
import { complaintStatistics } from '../../../db/complaints/statistics';
import { liabilityOn } from '../../../db/points/liability';
import type { Reader } from '../../../db/schema';
import { serviceChanges } from '../../../db/surveys/changes';
import { staffRanking } from '../../../db/surveys/ranking';
import { surveyResults } from '../../../db/surveys/results';

/** Reads that may take longer than main may be away from the counter, by name; each over one picture of the store. */
export const READS = {
  careList: listDraft,
  careResults,
  complaintStatistics,
  liability: liabilityOn,
  serviceChanges,
  staffRanking,
  surveyResults,
} as const satisfies Readonly<Record<string, (db: Reader, asked: never) => Promise<unknown>>>;

export type ReadName = keyof typeof READS;
export type AskedOf<Name extends ReadName> = Parameters<(typeof READS)[Name]>[1];
export type AnswerOf<Name extends ReadName> = Awaited<ReturnType<(typeof READS)[Name]>>;

/** What the thread is handed; `asked` is what the read of that name takes. */
export interface ReadOrder {
  readonly storePath: string;
  readonly name: ReadName;
  readonly asked: unknown;
}
