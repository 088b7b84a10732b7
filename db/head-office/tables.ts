import type { Generated } from 'kysely';
import type { Fixed } from '../column-kinds';
import type { PacketKindName, PersonalLevel } from '../domain/packets/entries';

export interface HqSetupTable {
  only_row: number;
  card: string;
  region: string;
  schedule: string;
  personal: PersonalLevel;
  reason: string;
  remind_days: number;
  folder: string | null;
  since: number;
  staff_id: string;
}

export interface HqKeyTable {
  only_row: Fixed<number>;
  private_key: Fixed<string>;
  public_key: Fixed<string>;
  made_at: Fixed<number>;
}

export interface HqMarkTable {
  kind: Fixed<PacketKindName>;
  upto: number;
}

export interface HqChangeTable {
  seq: Generated<number>;
  kind: Fixed<PacketKindName>;
  n: Fixed<number>;
}

export interface HqPacketTable {
  made: Generated<number>;
  epoch: Fixed<string>;
  sequence: Fixed<number>;
  kind: Fixed<'full' | 'delta'>;
  epoch_started_at: Fixed<number>;
  parent: Fixed<string | null>;
  first_entry: Fixed<number>;
  last_entry: Fixed<number>;
  marks: Fixed<string>;
  rows: Fixed<string>;
  personal: Fixed<PersonalLevel>;
  recipient: Fixed<string>;
  file_name: Fixed<string>;
  bytes: Fixed<number>;
  sha256: Fixed<string>;
  manifest_hash: Fixed<string>;
  made_at: Fixed<number>;
  written_at: number | null;
  written_folder: string | null;
  acked_at: number | null;
  asked_again: Generated<number>;
}

export interface HqAckTable {
  seq: Generated<number>;
  document: Fixed<string>;
  at: Fixed<number>;
  taken_at: Fixed<number>;
}

export interface HqRulesTable {
  id: Fixed<string>;
  document: Fixed<string>;
  received_at: Fixed<number>;
  state: 'waiting' | 'accepted' | 'refused';
  answered_at: number | null;
  answered_by: string | null;
  reason: Generated<string>;
  rule_version: number | null;
}
