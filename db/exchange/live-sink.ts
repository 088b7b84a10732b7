import type SQLite from 'better-sqlite3';
import { type Credit, decideCredit } from '../domain/exchange/credits';
import { memberNoAfter } from '../domain/members/member-no';
import { NOTHING_HELD } from '../domain/points/ledger';
import type { BusinessDate } from '../domain/units';
import type { About, Stamp } from '../points/stamp';
import { Finder } from './finder';
import { LedgerWriter } from './ledger-writer';
import type { FoundMember, KeyKind, NewMember, Sink, TakenPurchase } from './sink';

/** Writes rows into the store, inside the transactions of whoever calls. */
export class LiveSink implements Sink {
  private readonly finder: Finder;
  private readonly ledger: LedgerWriter;
  private readonly key: SQLite.Statement<[string, string], { batch_id: string }>;
  private readonly addKey: SQLite.Statement<[string, string, string, string]>;
  private readonly receipt: SQLite.Statement<[string, string]>;
  private readonly addReceipt: SQLite.Statement<[string, string, string]>;
  private readonly addLine: SQLite.Statement<unknown[]>;
  private readonly addTag: SQLite.Statement<[string, string, number]>;
  private readonly lastNo: SQLite.Statement<[], { no: string | null }>;
  private readonly insertMember: SQLite.Statement<unknown[]>;
  private readonly insertPurchase: SQLite.Statement<unknown[]>;
  private readonly join: SQLite.Statement<[string, number]>;
  private memberNo: string | null = null;

  constructor(
    raw: SQLite.Database,
    private readonly batchId: string,
    private readonly stamp: Stamp,
  ) {
    this.finder = new Finder(raw, 'main.member', batchId);
    this.ledger = new LedgerWriter(raw, stamp, batchId);
    this.key = raw.prepare('select batch_id from import_key where kind = +? and key = +?');
    this.addKey = raw.prepare('insert into import_key (kind, key, target_id, batch_id) values (?, ?, ?, ?)');
    this.receipt = raw.prepare('select 1 from receipt where business_date = +? and receipt_no = +?');
    this.addReceipt = raw.prepare(
      'insert into receipt (business_date, receipt_no, purchase_id) values (?, ?, ?)',
    );
    this.addLine = raw.prepare(
      'insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, 1, ?, ?, ?)',
    );
    this.addTag = raw.prepare('insert into member_tag (member_id, tag, position) values (?, ?, ?)');
    this.lastNo = raw.prepare('select max(member_no) as no from member');
    this.join = raw.prepare('update member set joined_on = ? where n = ?');
    this.insertMember = raw.prepare(
      `insert into member (id, member_no, card_no, external_id, name, phone, gender, birth_year, birth_month, birth_day,
         source, note, joined_on, created_at, updated_at, staff_id, import_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?, ?, ?, ?, ?)`,
    );
    this.insertPurchase = raw.prepare(
      `insert into purchase (id, member_id, receipt_no, total_fen, paid_fen, earning_base_fen, points_earned, rule_version,
         bought_at, business_date, staff_id, import_id, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** At the start of each transaction: the counter may have signed up members since the last one. */
  begin(): void {
    this.memberNo = this.lastNo.get()?.no ?? null;
  }

  hasKey = (kind: KeyKind, key: string) => {
    const found = this.key.get(kind, key);
    if (found === undefined) return undefined;
    return found.batch_id === this.batchId ? ('own' as const) : ('earlier' as const);
  };

  byCard = (cardNo: string) => this.finder.byCard(cardNo);
  byPhone = (phone: string) => this.finder.byPhone(phone);
  byExternalId = (externalId: string) => this.finder.byExternalId(externalId);

  addMember = (member: NewMember, key: string): FoundMember => {
    const { name, cardNo, phone, externalId, joinedOn, birthday } = member;
    const { now, staffId } = this.stamp;
    const id = this.stamp.newId();
    const memberNo = memberNoAfter(this.memberNo);
    this.memberNo = memberNo;
    const { lastInsertRowid } = this.insertMember.run(
      id,
      memberNo,
      cardNo,
      externalId,
      name,
      phone,
      member.gender,
      birthday?.year ?? null,
      birthday?.month ?? null,
      birthday?.day ?? null,
      member.note,
      joinedOn,
      now,
      now,
      staffId,
      this.batchId,
    );
    member.tags.forEach((tag, position) => {
      this.addTag.run(id, tag, position);
    });
    this.addKey.run('member', key, id, this.batchId);
    return {
      n: Number(lastInsertRowid),
      id,
      name,
      cardNo,
      phone,
      externalId,
      tier: 'regular',
      joinedOn,
      own: true,
    };
  };

  joinedEarlier = (member: FoundMember, date: BusinessDate): FoundMember => {
    this.join.run(date, member.n);
    return { ...member, joinedOn: date };
  };

  addOpening = (member: FoundMember, credit: Credit, key: string) => {
    this.credit(credit, member, { memberId: member.id });
    this.addKey.run('opening', key, member.id, this.batchId);
  };

  hasReceipt = (day: BusinessDate, no: string) => this.receipt.get(day, no) !== undefined;

  addPurchase = (member: FoundMember, { row, moment, credit }: TakenPurchase, key: string) => {
    const { now, staffId, ruleVersion } = this.stamp;
    const id = this.stamp.newId();
    const { amount, receiptNo, product, quantityMilli } = row;
    this.insertPurchase.run(
      id,
      member.id,
      receiptNo,
      amount,
      amount,
      amount,
      credit?.points ?? 0,
      ruleVersion,
      moment.at,
      moment.businessDate,
      staffId,
      this.batchId,
      now,
    );
    if (receiptNo !== null) this.addReceipt.run(moment.businessDate, receiptNo, id);
    // A quantity without a product is kept as a line without a name: how much was bought is known.
    if (product !== null || quantityMilli !== null)
      this.addLine.run(id, product ?? '', quantityMilli ?? 1000, amount);
    if (credit !== null) this.credit(credit, member, { memberId: member.id, purchaseId: id });
    this.addKey.run('purchase', key, id, this.batchId);
  };

  private credit(credit: Credit, member: FoundMember, about: About): void {
    // Who came with this import has not had the time to owe anything.
    const holdings = member.own ? NOTHING_HELD : this.ledger.holdingsOfDebtor(member.id);
    this.ledger.append(decideCredit(credit, holdings, this.stamp.today, this.stamp.newId()), about);
  }
}
