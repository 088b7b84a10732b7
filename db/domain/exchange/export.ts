import type { Period } from '../calendar/period';
import type { SegmentRule } from '../segments/segment';

/** The tables of the readable export, in the order of its files. */
export const EXPORT_TABLES = [
  'members',
  'purchases',
  'purchase_lines',
  'refunds',
  'points_entries',
  'tier_changes',
  'coupons',
  'complaints',
  'compensations',
  'care_contacts',
  'survey_answers',
  'member_profiles',
  'member_insights',
  'segments',
] as const;
export type ExportTableName = (typeof EXPORT_TABLES)[number];

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What of the store is to be written. */
export interface ExportFilter {
  readonly tables: readonly ExportTableName[];
  /** Business dates, both included; what has none (members, what is said of them) is written whole. Null = all. */
  readonly period: Period | null;
  /** Only rows of who is in it on the day of the export. Null = everybody, and what belongs to nobody. */
  readonly segment: { readonly id: string; readonly name: string; readonly rule: SegmentRule } | null;
  readonly maskPhones: boolean;
}
