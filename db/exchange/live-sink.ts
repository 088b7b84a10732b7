import type SQLite from 'better-sqlite3';
import { type Credit, decideCredit } from '../domain/exchange/credits';
import type { Identity } from '../domain/exchange/rows';
import { memberNoAfter } from '../domain/members/member-no';
import { type Holdings, NOTHING_HELD } from '../domain/points/ledger';
import type { BusinessDate } from '../domain/units';
import type { About, Stamp } from '../points/stamp';
import { BulkInsert, TOGETHER } from './bulk-insert';
import { Finder } from './finder';
import { KnownKeys } from './known-keys';
import { LedgerWriter } from './ledger-writer';
import type { FoundMember, KeyKind, NewMember, Sink, TakenPurchase } from './sink';
import { waitingKeys } from './waiting-keys';

const MEMBER = [
  ...['n', 'id', 'member_no', 'card_no', 'external_id', 'name', 'phone', 'gender'],
  ...['birth_year', 'birth_month', 'birth_day', 'source', 'note', 'joined_on'],
  ...['created_at', 'updated_at', 'staff_id', 'import_id'],
];
const PURCHASE = [
  ...['id', 'member_id', 'receipt_no', 'total_fen', 'paid_fen', 'earning_base_fen', 'points_earned'],
  ...['rule_version', 'bought_at', 'business_date', 'staff_id', 'import_id', 'recorded_at'],
];
const LINE = ['purchase_id', 'line_no', 'product', 'quantity_milli', 'amount_fen'];

/**
 * Writes rows into the store, inside the transactions of whoever calls, `TOGETHER` at once: what was added is there
 * after `flush`, which belongs before each commit. Whatever is asked meanwhile is answered as if it were there.
 */
export class LiveSink implements Sink {
  private readonly finder: Finder;
  private readonly ledger: LedgerWriter;
  private readonly known: KnownKeys;
  private readonly receipt: SQLite.Statement<[string, string]>;
  private readonly last: SQLite.Statement<[], { no: string | null; n: number | null }>;
  private readonly join: SQLite.Statement<[string, number]>;
  private readonly members: BulkInsert;
  private readonly tags: BulkInsert;
  private readonly purchases: BulkInsert;
  private readonly receipts: BulkInsert;
  private readonly lines: BulkInsert;
  private readonly keys: BulkInsert;
  private memberNo: string | null = null;
  private lastN = 0;
  /** How many rows of the file wait, and by which numbers and receipts they would be found. */
  private waiting = 0;
  private readonly waitingNumbers = new Set<string>();
  private readonly waitingReceipts = new Set<string>();

  constructor(
    raw: SQLite.Database,
    private readonly batchId: string,
    private readonly stamp: Stamp,
  ) {
    this.finder = new Finder(raw, 'main.member', batchId);
    this.ledger = new LedgerWriter(raw, stamp, batchId);
    this.known = new KnownKeys(raw);
    this.receipt = raw.prepare('select 1 from receipt where business_date = +? and receipt_no = +?');
    this.last = raw.prepare('select max(member_no) as no, (select max(n) from member) as n from member');
    this.join = raw.prepare('update member set joined_on = ? where n = ?');
    this.members = new BulkInsert(raw, 'member', MEMBER);
    this.tags = new BulkInsert(raw, 'member_tag', ['member_id', 'tag', 'position']);
    this.purchases = new BulkInsert(raw, 'purchase', PURCHASE);
    this.receipts = new BulkInsert(raw, 'receipt', ['business_date', 'receipt_no', 'purchase_id']);
    this.lines = new BulkInsert(raw, 'purchase_line', LINE);
    this.keys = waitingKeys(raw);
  }

  /** At the start of each transaction: the counter may have signed up members since the last one. */
  begin(): void {
    const last = this.last.get();
    this.memberNo = last?.no ?? null;
    this.lastN = last?.n ?? 0;
  }

  /** In the order in which they name each other. */
  flush(): void {
    for (const rows of [this.members, this.tags, this.purchases, this.receipts, this.lines]) rows.flush();
    this.ledger.flush();
    this.keys.flush();
    this.waiting = 0;
    this.waitingNumbers.clear();
    this.waitingReceipts.clear();
  }

  private added(): void {
    this.waiting++;
    if (this.waiting >= TOGETHER) this.flush();
  }

  broughtBefore = (kind: KeyKind, key: string) => this.known.has(kind, key);

  byCard = (cardNo: string) => this.seen('c', cardNo).byCard(cardNo);
  byPhone = (phone: string) => this.seen('p', phone).byPhone(phone);
  byExternalId = (externalId: string) => this.seen('x', externalId).byExternalId(externalId);

  /** Who waits under this number is written before it is searched for. */
  private seen(kind: 'c' | 'p' | 'x', number: string): Finder {
    if (this.waitingNumbers.has(kind + number)) this.flush();
    return this.finder;
  }

  addMember = (member: NewMember, key: string): FoundMember => {
    const { name, cardNo, phone, externalId, joinedOn, birthday } = member;
    const { now, staffId } = this.stamp;
    const id = this.stamp.newId();
    const n = ++this.lastN;
    this.memberNo = memberNoAfter(this.memberNo);
    this.members.add(
      n,
      id,
      this.memberNo,
      cardNo,
      externalId,
      name,
      phone,
      member.gender,
      birthday?.year ?? null,
      birthday?.month ?? null,
      birthday?.day ?? null,
      'import',
      member.note,
      joinedOn,
      now,
      now,
      staffId,
      this.batchId,
    );
    member.tags.forEach((tag, position) => {
      this.tags.add(id, tag, position);
    });
    this.keys.add('member', key, id, this.batchId);
    this.foundBy(member);
    this.added();
    return { n, id, name, cardNo, phone, externalId, tier: 'regular', joinedOn, own: true };
  };

  private foundBy({ cardNo, phone, externalId }: Identity): void {
    if (cardNo !== null) this.waitingNumbers.add(`c${cardNo}`);
    if (phone !== null) this.waitingNumbers.add(`p${phone}`);
    if (externalId !== null) this.waitingNumbers.add(`x${externalId}`);
  }

  joinedEarlier = (member: FoundMember, date: BusinessDate): FoundMember => {
    this.flush();
    this.join.run(date, member.n);
    return { ...member, joinedOn: date };
  };

  addOpening = (member: FoundMember, credit: Credit, key: string) => {
    this.credit(credit, member, { memberId: member.id });
    this.keys.add('opening', key, member.id, this.batchId);
    this.added();
  };

  hasReceipt = (day: BusinessDate, no: string) =>
    this.waitingReceipts.has(`${day}${no}`) || this.receipt.get(day, no) !== undefined;

  addPurchase = (member: FoundMember, { row, moment, credit }: TakenPurchase, key: string) => {
    const { now, staffId, ruleVersion } = this.stamp;
    const id = this.stamp.newId();
    const { amount, receiptNo, product, quantityMilli } = row;
    this.purchases.add(
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
    if (receiptNo !== null) {
      this.receipts.add(moment.businessDate, receiptNo, id);
      this.waitingReceipts.add(`${moment.businessDate}${receiptNo}`);
    }
    // A quantity without a product is kept as a line without a name: how much was bought is known.
    if (product !== null || quantityMilli !== null)
      this.lines.add(id, 1, product ?? '', quantityMilli ?? 1000, amount);
    if (credit !== null) this.credit(credit, member, { memberId: member.id, purchaseId: id });
    this.keys.add('purchase', key, id, this.batchId);
    this.added();
  };

  private credit(credit: Credit, member: FoundMember, about: About): void {
    const holdings = this.holdingsOf(member);
    this.ledger.append(decideCredit(credit, holdings, this.stamp.today, this.stamp.newId()), about);
  }

  private holdingsOf(member: FoundMember): Holdings {
    // Who came with this import has not had the time to owe anything.
    if (member.own) return NOTHING_HELD;
    const holdings = this.ledger.holdingsOfDebtor(member.id);
    if (holdings === NOTHING_HELD) return holdings;
    // Points that wait may have settled it.
    this.flush();
    return this.ledger.holdingsOfDebtor(member.id);
  }
}
