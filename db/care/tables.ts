import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type {
  ChurnReason,
  ContactChannel,
  Content,
  DropCause,
  ListChannel,
  Outcome,
  TaskKind,
  TaskState,
  WinBackCause,
} from '../domain/care/task';

export interface CareTaskTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  kind: Fixed<TaskKind>;
  occasion: Fixed<string>;
  content: Fixed<Content>;
  due_on: Fixed<string>;
  last_day: Fixed<string>;
  not_before: string | null;
  state: Generated<TaskState>;
  note: Generated<string>;
  purchase_id: Fixed<string | null>;
  complaint_id: Fixed<string | null>;
  event_id: Fixed<string | null>;
  plan_id: Fixed<string | null>;
  cause: WinBackCause | null;
  churn_reason: ChurnReason | null;
  measure: Generated<string>;
  assigned_to: string | null;
  usual_days: Fixed<number | null>;
  ended_at: number | null;
  ended_because: DropCause | null;
  ended_words: Generated<string>;
  rule_version: Fixed<number>;
  made_on: Fixed<string>;
  made_at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CareListTable {
  id: Fixed<string>;
  channel: Fixed<ListChannel>;
  members: Fixed<number>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CareContactTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  task_id: Fixed<string | null>;
  list_id: Fixed<string | null>;
  direction: Fixed<'out' | 'in'>;
  channel: Fixed<ContactChannel>;
  content: Fixed<Content>;
  counted: Fixed<number>;
  wechat_added: FixedDefault<number>;
  text: FixedDefault<string>;
  month: Fixed<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  rule_version: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CareOutcomeTable {
  seq: Generated<number>;
  contact_id: Fixed<string>;
  outcome: Fixed<Outcome>;
  note: FixedDefault<string>;
  next_step: FixedDefault<string>;
  next_on: Fixed<string | null>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CarePlanTable {
  id: string;
  member_id: string;
  what: string;
  every_months: number;
  first_on: string;
  ended_at: number | null;
  made_at: number;
  staff_id: string;
}

export interface WrongPhoneTable {
  member_id: string;
  phone: string;
  at: number;
}
