import type { FindingName } from '../domain/insights/findings';
import type { CustomerClass, RfmGroup, Stage, ValueLevel } from '../domain/insights/words';

export interface MemberHistoryTable {
  n: number;
  log: string;
}

export interface HistoryMarkTable {
  only_row: number;
  purchase_seq: number;
  refund_seq: number;
}

export interface MemberInsightTable {
  n: number;
  class: CustomerClass;
  class_before: CustomerClass | null;
  excluded: number;
  recency_score: number | null;
  frequency_score: number | null;
  money_score: number | null;
  rfm_group: RfmGroup | null;
  value: ValueLevel;
  stage: Stage;
  traits: number;
  cluster: number | null;
  first_on: string | null;
  last_on: string | null;
  bills: number;
  spent_fen: number;
  year_bills: number;
  year_fen: number;
  usual_gap: number | null;
  alive: number | null;
  expected_milli: number | null;
  expected_fen: number | null;
  warned: number;
  referrals: number;
}

export interface InsightRunTable {
  only_row: number;
  as_of: string;
  rule_version: number;
  members: number;
  repeat_buyers: number;
  purchase_seq: number;
  refund_seq: number;
  format: number;
  took_ms: number;
  made_at: number;
  whole: number;
}

export interface InsightFindingTable {
  name: FindingName;
  finding: string;
}
