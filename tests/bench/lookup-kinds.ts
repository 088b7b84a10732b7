import { type MemberQuery, readQuery } from '@domain/members/query';
import type SQLite from 'better-sqlite3';
import { chances } from '../support/member-rows';

interface Row {
  readonly phone: string;
  readonly name_key: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly card_no: string | null;
}
type Draw = (row: Row, chance: () => number) => string;

const inner = (text: string, length: number, chance: () => number): string => {
  const from = Math.floor(chance() * Math.max(1, text.length - length + 1));
  return text.slice(from, from + length);
};

/** What is typed at a counter, drawn from a member there is. */
export const KINDS: readonly (readonly [string, Draw])[] = [
  ['phone prefix, 1 digit', (row) => row.phone.slice(0, 1)],
  ['phone prefix, 3', (row) => row.phone.slice(0, 3)],
  ['phone prefix, 7', (row) => row.phone.slice(0, 7)],
  ['full phone', (row) => row.phone],
  ['full phone, nobody has it', (_, chance) => `19${String(Math.floor(chance() * 1e9)).padStart(9, '0')}`],
  ['tail, 4', (row) => row.phone.slice(-4)],
  ['part of phone, 4', (row, chance) => inner(row.phone, 4, chance)],
  ['part of phone, 6', (row, chance) => inner(row.phone, 6, chance)],
  ['0000000', () => '0000000'],
  ['surname', (row) => Array.from(row.name_key)[0] ?? ''],
  ['two Han characters', (row) => Array.from(row.name_key).slice(0, 2).join('')],
  ['given name', (row) => Array.from(row.name_key).slice(1).join('')],
  ['whole name', (row) => row.name_key],
  ['pinyin, 4 letters', (row) => (row.pinyin.split(' ')[0] ?? '').slice(0, 4)],
  ['pinyin, whole', (row) => row.pinyin.split(' ')[0] ?? ''],
  ['initials, 2', (row) => row.initials.slice(0, 2)],
  ['initials, 3', (row) => (row.initials.split(' ')[0] ?? '').slice(0, 3)],
  ['card', (row) => row.card_no ?? '668800000000'],
];

/** So many queries of a kind, the same at every run. */
export function drawn(raw: SQLite.Database, draw: Draw, count: number, members: number): MemberQuery[] {
  const chance = chances(7);
  const row = raw.prepare<[number], Row>('select * from member_lookup where n = ?');
  return Array.from({ length: count }, () => {
    const found = row.get(1 + Math.floor(chance() * members));
    if (found === undefined) throw new Error('no such member');
    return readQuery(draw(found, chance));
  });
}
