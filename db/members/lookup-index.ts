import type SQLite from 'better-sqlite3';
import type { MemberQuery } from '../domain/members/query';
import type { BusinessDate } from '../domain/units';
import type { LookupHit } from './mapping';

export class LookupIndex {
  constructor(private readonly raw: SQLite.Database) {}
  warm(): void {}
  find(_query: MemberQuery, _today: BusinessDate, _limit = 20): LookupHit[] {
    void this.raw;
    return [];
  }
  follow(_memberIds: readonly string[]): void {}
  reload(): void {}
}
