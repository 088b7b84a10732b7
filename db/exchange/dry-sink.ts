import type SQLite from 'better-sqlite3';
import type { BusinessDate } from '../domain/units';
import { Finder } from './finder';
import { KnownKeys } from './known-keys';
import type { FoundMember, KeyKind, NewMember, Sink, TakenPurchase } from './sink';

const TABLES = `
create temp table draft_member (
  n integer primary key, id text, name text, card_no text, phone text, external_id text,
  tier text, joined_on text, state text
);
create index temp.draft_card on draft_member (card_no) where card_no is not null;
create index temp.draft_phone on draft_member (phone) where phone is not null;
create index temp.draft_external on draft_member (external_id) where external_id is not null;
create temp table draft_receipt (day text, no text, primary key (day, no)) without rowid;`;

/** Writes nothing to the store: what the file brings is remembered in temporary tables of a reading connection. */
export class DrySink implements Sink {
  private readonly stored: Finder;
  private readonly drafted: Finder;
  private readonly known: KnownKeys;
  private readonly storedReceipt: SQLite.Statement<[string, string]>;
  private readonly draftedReceipt: SQLite.Statement<[string, string]>;
  private readonly addReceipt: SQLite.Statement<[string, string]>;
  private readonly insert: SQLite.Statement<unknown[]>;
  private readonly join: SQLite.Statement<[string, number]>;
  private last = 0;

  constructor(raw: SQLite.Database) {
    raw.exec(TABLES);
    this.stored = new Finder(raw, 'main.member', '');
    this.drafted = new Finder(raw, 'temp.draft_member', '');
    this.known = new KnownKeys(raw);
    this.storedReceipt = raw.prepare('select 1 from receipt where business_date = +? and receipt_no = +?');
    this.draftedReceipt = raw.prepare('select 1 from temp.draft_receipt where day = +? and no = +?');
    this.addReceipt = raw.prepare('insert into temp.draft_receipt values (?, ?)');
    this.insert = raw.prepare(
      "insert into temp.draft_member values (?, ?, ?, ?, ?, ?, 'regular', ?, 'active')",
    );
    this.join = raw.prepare('update temp.draft_member set joined_on = ? where n = ?');
  }

  broughtBefore = (kind: KeyKind, key: string) => this.known.has(kind, key);

  byCard = (cardNo: string) => this.stored.byCard(cardNo) ?? this.drafted.byCard(cardNo);
  byPhone = (phone: string) => [...this.stored.byPhone(phone), ...this.drafted.byPhone(phone)];
  byExternalId = (externalId: string) =>
    this.stored.byExternalId(externalId) ?? this.drafted.byExternalId(externalId);

  addMember = (member: NewMember): FoundMember => {
    const n = --this.last;
    const { name, cardNo, phone, externalId, joinedOn } = member;
    this.insert.run(n, `draft ${n}`, name, cardNo, phone, externalId, joinedOn);
    return { n, id: `draft ${n}`, name, cardNo, phone, externalId, tier: 'regular', joinedOn, own: true };
  };

  joinedEarlier = (member: FoundMember, date: BusinessDate): FoundMember => {
    this.join.run(date, member.n);
    return { ...member, joinedOn: date };
  };

  addOpening = () => undefined;

  hasReceipt = (day: BusinessDate, no: string) =>
    this.storedReceipt.get(day, no) !== undefined || this.draftedReceipt.get(day, no) !== undefined;

  addPurchase = (_member: FoundMember, { row, moment }: TakenPurchase) => {
    if (row.receiptNo !== null) this.addReceipt.run(moment.businessDate, row.receiptNo);
  };
}
