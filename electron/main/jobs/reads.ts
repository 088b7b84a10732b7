import type SQLite from 'better-sqlite3';
import { verifyTrail } from '../../../db/audit/verify';
import { watchList } from '../../../db/audit/watch';
import { lostSince } from '../../../db/backups/lost';
import { listDraft } from '../../../db/care/lists';
import { careResults } from '../../../db/care/results';
import { complaintStatistics } from '../../../db/complaints/statistics';
import { growthByMonth } from '../../../db/insights/growth';
import { pipelineBySource } from '../../../db/insights/pipeline';
import { insightViews } from '../../../db/insights/views';
import { warnings } from '../../../db/insights/warnings';
import { worthOfMembers } from '../../../db/insights/worth';
import { invitable, invitableCount } from '../../../db/invitations/invitable';
import { customersIn } from '../../../db/overview/customers';
import { figuresIn, todaysFigures } from '../../../db/overview/figures';
import { indicatorsIn } from '../../../db/overview/indicators';
import { liabilityOn } from '../../../db/points/liability';
import { likelyPairs } from '../../../db/quality/duplicates';
import { qualityList } from '../../../db/quality/lists';
import { qualityStanding } from '../../../db/quality/standing';
import { myData } from '../../../db/rights/my-data';
import type { Reader } from '../../../db/schema';
import { listOfMembers, membersPage, savedSizes, sizeAndNames } from '../../../db/segments/long';
import { previewCare } from '../../../db/segments/rounds';
import { vocabulary } from '../../../db/segments/vocabulary';
import { storeFigures } from '../../../db/support/figures';
import { serviceChanges } from '../../../db/surveys/changes';
import { staffRanking } from '../../../db/surveys/ranking';
import { surveyResults } from '../../../db/surveys/results';

/**
 * Reads that may take longer than main may be away from the counter, by name; each over one picture of the
 * store. The connection itself is for what is read by the million, where kysely would cost more than SQLite.
 */
export const READS = {
  auditTrail: verifyTrail,
  careList: listDraft,
  carePreview: previewCare,
  careResults,
  complaintStatistics,
  insightGrowth: growthByMonth,
  insightPipeline: pipelineBySource,
  insightViews,
  insightWorth: worthOfMembers,
  invitable,
  invitableCount,
  liability: liabilityOn,
  likelyPairs,
  lostSince,
  myData,
  overviewCustomers: customersIn,
  overviewFigures: figuresIn,
  overviewIndicators: indicatorsIn,
  overviewToday: todaysFigures,
  qualityList,
  qualityStanding,
  segmentCount: sizeAndNames,
  segmentMembers: listOfMembers,
  segmentPage: membersPage,
  segmentSizes: savedSizes,
  serviceChanges,
  staffRanking,
  storeFigures,
  surveyResults,
  vocabulary,
  warnings,
  watchList,
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
