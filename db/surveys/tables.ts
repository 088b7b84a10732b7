import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { SurveyChannel } from '../domain/surveys/survey';

export interface SurveyAnswerTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string | null>;
  purchase_id: Fixed<string | null>;
  task_id: Fixed<string | null>;
  complaint_id: string | null;
  channel: Fixed<SurveyChannel>;
  satisfaction: Fixed<number | null>;
  recommend: Fixed<number | null>;
  /** Emptied when the person is erased; never changed otherwise. */
  note: Generated<string>;
  served_by: Fixed<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface SurveyScoreTable {
  answer_id: Fixed<string>;
  dimension: Fixed<string>;
  score: Fixed<number>;
  business_date: Fixed<string>;
}

export interface ServiceChangeTable {
  seq: Generated<number>;
  id: Fixed<string>;
  heard: Fixed<string>;
  changed: Fixed<string>;
  dimension: FixedDefault<string>;
  since: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface StaffNoteTable {
  seq: Generated<number>;
  id: Fixed<string>;
  about_staff_id: Fixed<string>;
  kind: Fixed<'reward' | 'training' | 'penalty'>;
  note: Fixed<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}
