import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { AuditEntryTable, AuditPersonalTable, AuditSubjectTable } from './audit/tables';
import type {
  CareContactTable,
  CareListTable,
  CareOutcomeTable,
  CarePlanTable,
  CareTaskTable,
  WrongPhoneTable,
} from './care/tables';
import type { Fixed, FixedDefault } from './column-kinds';
import type {
  CompensationTable,
  ComplaintAlertTable,
  ComplaintEventTable,
  ComplaintPhotoTable,
  ComplaintTable,
} from './complaints/tables';
import type {
  CouponBatchMemberTable,
  CouponBatchTable,
  CouponEventTable,
  CouponTable,
} from './coupons/tables';
import type { DayCloseTable } from './days/tables';
import type { EntryKind } from './domain/points/ledger';
import type { Tier } from './domain/tiers/tier';
import type { ChecklistRunTable, SelfCheckTable, SuccessStoryTable } from './handbook/tables';
import type {
  HqAckTable,
  HqChangeTable,
  HqKeyTable,
  HqMarkTable,
  HqPacketTable,
  HqRulesTable,
  HqSetupTable,
} from './head-office/tables';
import type {
  HistoryMarkTable,
  InsightFindingTable,
  InsightRunTable,
  MemberHistoryTable,
  MemberInsightTable,
} from './insights/tables';
import type { EventGuestTable, ShopEventTable } from './invitations/tables';
import type { MemberInterestTable, MemberProfileTable } from './members/tables';
import type {
  PosFileTable,
  PosReceiptTable,
  PosRefundTable,
  PosRefusedTable,
  PosSourceTable,
} from './pos/tables';
import type { ToldApartTable } from './quality/tables';
import type { MemberErasureTable, MemberMergeRowTable, MemberMergeTable } from './rights/tables';
import type { CareRoundTable, SegmentTable } from './segments/tables';
import type { RecoveryCodeTable, StaffPinTable, StaffTable } from './staff/tables';
import type {
  ServiceChangeTable,
  StaffNoteTable,
  SurveyAnswerTable,
  SurveyScoreTable,
} from './surveys/tables';
import type { DailyPassTable, TierChangeTable } from './tiers/tables';

/**
 * The tables as the code sees them; `tests/db/schema.test.ts` compares every column with the
 * file's own `pragma table_xinfo`, so this cannot drift from the migrations.
 */
export interface Schema {
  store: StoreTable;
  staff: StaffTable;
  rule_version: RuleVersionTable;
  command_outcome: CommandOutcomeTable;
  import_batch: ImportBatchTable;
  member: MemberTable;
  member_tag: MemberTagTable;
  consent_entry: ConsentEntryTable;
  purchase: PurchaseTable;
  receipt: ReceiptTable;
  purchase_line: PurchaseLineTable;
  refund: RefundTable;
  points_entry: PointsEntryTable;
  points_lot: PointsLotTable;
  points_debt: PointsDebtTable;
  points_move: PointsMoveTable;
  tier_change: TierChangeTable;
  daily_pass: DailyPassTable;
  coupon_batch: CouponBatchTable;
  coupon_batch_member: CouponBatchMemberTable;
  coupon: CouponTable;
  coupon_event: CouponEventTable;
  complaint: ComplaintTable;
  complaint_event: ComplaintEventTable;
  complaint_photo: ComplaintPhotoTable;
  complaint_alert: ComplaintAlertTable;
  compensation: CompensationTable;
  shop_event: ShopEventTable;
  event_guest: EventGuestTable;
  care_plan: CarePlanTable;
  care_task: CareTaskTable;
  care_list: CareListTable;
  care_contact: CareContactTable;
  care_outcome: CareOutcomeTable;
  wrong_phone: WrongPhoneTable;
  survey_answer: SurveyAnswerTable;
  survey_score: SurveyScoreTable;
  service_change: ServiceChangeTable;
  staff_note: StaffNoteTable;
  self_check: SelfCheckTable;
  checklist_run: ChecklistRunTable;
  success_story: SuccessStoryTable;
  member_history: MemberHistoryTable;
  history_mark: HistoryMarkTable;
  member_insight: MemberInsightTable;
  insight_run: InsightRunTable;
  insight_finding: InsightFindingTable;
  segment: SegmentTable;
  care_round: CareRoundTable;
  member_profile: MemberProfileTable;
  member_interest: MemberInterestTable;
  told_apart: ToldApartTable;
  staff_pin: StaffPinTable;
  recovery_code: RecoveryCodeTable;
  audit_entry: AuditEntryTable;
  audit_subject: AuditSubjectTable;
  audit_personal: AuditPersonalTable;
  member_merge: MemberMergeTable;
  member_merge_row: MemberMergeRowTable;
  member_erasure: MemberErasureTable;
  day_close: DayCloseTable;
  hq_setup: HqSetupTable;
  hq_key: HqKeyTable;
  hq_mark: HqMarkTable;
  hq_change: HqChangeTable;
  hq_packet: HqPacketTable;
  hq_ack: HqAckTable;
  hq_rules: HqRulesTable;
  pos_source: PosSourceTable;
  pos_file: PosFileTable;
  pos_refused: PosRefusedTable;
  pos_receipt: PosReceiptTable;
  pos_refund: PosRefundTable;
  import_key: ImportKeyTable;
  import_key_waiting: ImportKeyWaitingTable;
  export_run: ExportRunTable;
  member_lookup: MemberLookupTable;
  member_reading: MemberReadingTable;
}

/** What reads needs no more than this; a Kysely and a Transaction both are one. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'dynamic'>;
/** What changes the store runs inside one immediate transaction. */
export type Tx = Transaction<Schema>;

interface StoreTable {
  only_row: number;
  id: string;
  name: string;
  zone: string;
  day_start_hour: number;
  sample: number;
  created_at: number;
}

interface RuleVersionTable {
  version: Generated<number>;
  rules: Fixed<string>;
  staff_id: Fixed<string>;
  made_at: Fixed<number>;
  effective_from: FixedDefault<string>;
}

interface CommandOutcomeTable {
  request_id: Fixed<string>;
  channel: Fixed<string>;
  outcome: Fixed<string>;
  done_at: Fixed<number>;
}

interface ImportBatchTable {
  id: string;
  kind: 'members' | 'purchases';
  file_name: string;
  file_sha256: string;
  reading: string;
  state: 'running' | 'done' | 'undoing' | 'undone' | 'cancelled';
  counts: Generated<string>;
  refused_file: string | null;
  staff_id: string;
  started_at: number;
  finished_at: number | null;
}

export interface MemberTable {
  n: Generated<number>;
  id: Fixed<string>;
  member_no: Fixed<string>;
  card_no: string | null;
  external_id: string | null;
  name: Generated<string>;
  phone: string | null;
  phone_shared: Generated<number>;
  gender: 'female' | 'male' | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  source: 'walk_in' | 'online_ad' | 'event' | 'referral' | 'import';
  referrer_id: string | null;
  tier: Generated<Tier>;
  note: Generated<string>;
  state: Generated<'active' | 'erased' | 'void'>;
  joined_on: string;
  created_at: number;
  updated_at: number;
  staff_id: string;
  import_id: string | null;
  tier_since: string | null;
  tier_until: string | null;
  tier_fixed: Generated<number>;
  adviser_id: string | null;
}

interface MemberTagTable {
  member_id: string;
  tag: string;
  position: number;
}

interface ConsentEntryTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  purpose: Fixed<'personal_data' | 'marketing'>;
  action: Fixed<'given' | 'withdrawn'>;
  text_version: Fixed<string>;
  channel: Fixed<string>;
  staff_id: Fixed<string>;
  at: Fixed<number>;
}

interface PurchaseTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  receipt_no: Fixed<string | null>;
  total_fen: Fixed<number>;
  points_redeemed: FixedDefault<number>;
  points_worth_fen: FixedDefault<number>;
  paid_fen: Fixed<number>;
  earning_base_fen: Fixed<number>;
  points_earned: FixedDefault<number>;
  rule_version: Fixed<number>;
  bought_at: Fixed<number>;
  business_date: Fixed<string>;
  staff_id: Fixed<string>;
  import_id: Fixed<string | null>;
  recorded_at: Fixed<number>;
  discount_fen: FixedDefault<number>;
  account: FixedDefault<string | null>;
}

interface ReceiptTable {
  business_date: string;
  receipt_no: string;
  purchase_id: string;
}

interface PurchaseLineTable {
  purchase_id: Fixed<string>;
  line_no: Fixed<number>;
  product: Fixed<string>;
  quantity_milli: Fixed<number>;
  amount_fen: Fixed<number>;
  earns: FixedDefault<number>;
  discount_fen: FixedDefault<number>;
  full_price: FixedDefault<number>;
}

interface RefundTable {
  seq: Generated<number>;
  id: Fixed<string>;
  purchase_id: Fixed<string>;
  member_id: Fixed<string>;
  kind: Fixed<'part' | 'all' | 'undo' | 'import_undo'>;
  amount_fen: Fixed<number>;
  money_back_fen: Fixed<number>;
  reduced_by_fen: FixedDefault<number>;
  points_worth_fen: FixedDefault<number>;
  reason: Fixed<string>;
  refunded_at: Fixed<number>;
  business_date: Fixed<string>;
  staff_id: Fixed<string>;
}

interface PointsEntryTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  kind: Fixed<EntryKind>;
  points: Fixed<number>;
  purchase_id: Fixed<string | null>;
  refund_id: Fixed<string | null>;
  reverses_id: Fixed<string | null>;
  reason: FixedDefault<string>;
  rule_version: Fixed<number>;
  at: Fixed<number>;
  business_date: Fixed<string>;
  staff_id: Fixed<string>;
  import_id: Fixed<string | null>;
}

interface PointsLotTable {
  id: Fixed<string>;
  member_id: Fixed<string>;
  entry_id: Fixed<string>;
  points: Fixed<number>;
  earned_on: Fixed<string>;
  last_day: Fixed<string | null>;
  revives_id: Fixed<string | null>;
  /** Follows the moves by trigger; never written by code. */
  remaining: ColumnType<number, never, never>;
}

interface PointsDebtTable {
  member_id: ColumnType<string, never, never>;
  /** Follows the moves by trigger; never written by code. */
  owed: ColumnType<number, never, never>;
}

interface PointsMoveTable {
  seq: Generated<number>;
  entry_id: Fixed<string>;
  member_id: Fixed<string>;
  lot_id: Fixed<string | null>;
  points: Fixed<number>;
}

interface ImportKeyTable {
  kind: 'member' | 'purchase' | 'opening';
  key: string;
  target_id: string;
  batch_id: string;
}

interface ImportKeyWaitingTable {
  n: Generated<number>;
  kind: ImportKeyTable['kind'];
  key: string;
  target_id: string;
  batch_id: string;
}

interface ExportRunTable {
  id: string;
  folder: string;
  manifest: string;
  made_at: number;
  staff_id: string;
}

export interface MemberLookupTable {
  n: number;
  score: number;
  points: number;
  next_lapse: string | null;
  open_complaints: number;
  usable_coupons: Generated<number>;
  last_visit: string | null;
  visits: number;
  phone: string | null;
  phone_reversed: string | null;
  name: string;
  name_key: string;
  pinyin: string;
  initials: string;
  card_no: string | null;
  member_no: string;
  tier: Tier;
  joined_on: string;
}

interface MemberReadingTable {
  reading: string;
  n: number;
}
