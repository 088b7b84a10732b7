import type { Generated } from 'kysely';
import type { Fixed } from '../column-kinds';
import type { PosFileFailure, PosReason, WaitingReason } from '../domain/pos/outcome';
import type { Marker } from '../domain/pos/watching';

export interface PosSourceTable {
  only_row: number;
  name: string;
  folder: string;
  pattern: string;
  reading: string;
  from_date: string;
  still_seconds: number;
  marker: Marker;
  grows: number;
  paused: Generated<number>;
  since: number;
  staff_id: string;
}

export interface PosFileTable {
  seq: Generated<number>;
  id: Fixed<string>;
  name: Fixed<string>;
  bytes: number;
  modified_at: number;
  sha256: string | null;
  read_at: number | null;
  business_date: string | null;
  failure: PosFileFailure | null;
  counts: string;
  place: Generated<'left' | 'done' | 'refused'>;
  moved_name: string | null;
}

export interface PosRefusedTable {
  file_id: Fixed<string>;
  line: Fixed<number>;
  receipt_no: Fixed<string>;
  why: Fixed<PosReason>;
  booked_fen: Fixed<number | null>;
  told_fen: Fixed<number | null>;
}

export interface PosReceiptTable {
  id: Fixed<string>;
  business_date: Fixed<string>;
  receipt_no: Fixed<string>;
  bought_at: Fixed<number>;
  told_fen: Fixed<number>;
  back_fen: Generated<number>;
  items: Generated<string>;
  state: 'waiting' | 'booked' | 'by_hand' | 'dismissed';
  why: WaitingReason | null;
  maybe_id: string | null;
  purchase_id: string | null;
  file_id: Fixed<string>;
}

export interface PosRefundTable {
  key: Fixed<string>;
  business_date: Fixed<string>;
  receipt_no: Fixed<string>;
  amount_fen: Fixed<number>;
  refund_id: Fixed<string | null>;
  purchase_id: Fixed<string | null>;
  file_id: Fixed<string>;
}
