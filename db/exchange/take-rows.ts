import type { StoreCalendar } from '../domain/calendar/business-day';
import type { Reading } from '../domain/exchange/fields';
import { GroupCount } from '../domain/exchange/groups';
import { contradiction, memberKey, personKey, purchaseKey, purchaseTuple } from '../domain/exchange/identity';
import { Moments } from '../domain/exchange/moments';
import type { Rejection } from '../domain/exchange/rejections';
import { type Identity, type MemberRow, type PurchaseRow, RowReader } from '../domain/exchange/rows';
import { earnedPoints, lotLastDay } from '../domain/points/earn';
import type { ShopRules } from '../domain/settings/shop-rules';
import type { BusinessDate, Instant } from '../domain/units';
import { hashedKey, KeySet, Marks, Occurrences } from './keys';
import type { FoundMember, Sink, TakenPurchase } from './sink';

export interface TakingRules {
  readonly reading: Reading;
  readonly shop: Pick<ShopRules, 'points' | 'tiers'>;
  readonly calendar: StoreCalendar;
  readonly now: Instant;
  readonly today: BusinessDate;
}

/** Whom the last rows meant, in some 40 MB: a search costs more than all that is read of a row. */
const REMEMBERED = 131_072;

/** Takes the rows of one file in their order; answers why a row is refused, or undefined. */
export class RowTaker {
  readonly count = new GroupCount();
  private readonly reader: RowReader;
  private readonly moments: Moments;
  private readonly equals = new Occurrences();
  private readonly met = new Marks();
  /** Members and opening balances that this file itself has brought. */
  private readonly ownMembers = new KeySet();
  private readonly ownOpenings = new KeySet();
  private readonly remembered = new Map<string, FoundMember>();

  constructor(
    private readonly sink: Sink,
    private readonly rules: TakingRules,
  ) {
    this.reader = new RowReader(rules.reading, rules.today);
    this.moments = new Moments(rules.calendar);
  }

  member(cells: readonly string[], line: number): Rejection | undefined {
    this.count.rows++;
    const row = this.reader.member(cells);
    const rejected = typeof row === 'string' ? row : this.takeMember(row);
    if (rejected !== undefined) this.count.refuse(rejected, line);
    return rejected;
  }

  purchase(cells: readonly string[], line: number): Rejection | undefined {
    this.count.rows++;
    const row = this.reader.purchase(cells);
    const rejected = typeof row === 'string' ? row : this.takePurchase(row);
    if (rejected !== undefined) this.count.refuse(rejected, line);
    return rejected;
  }

  private takeMember(row: MemberRow): Rejection | undefined {
    const nameless = personKey(row).startsWith('n ');
    const key = hashedKey(memberKey(row, nameless ? this.equals.next(hashedKey(memberKey(row, 0))) : 0));
    const found = this.find(row);
    if (this.ownMembers.has(key)) return typeof found === 'string' ? found : 'doubled_in_file';
    const opening =
      row.points !== null &&
      row.points > 0 &&
      !this.ownOpenings.has(key) &&
      !this.sink.broughtBefore('opening', key);
    // Brought before, and since then changed, merged or erased: it does not come back under its old numbers.
    const mayComeBack = found !== undefined && typeof found !== 'string' && opening;
    if (!mayComeBack && this.sink.broughtBefore('member', key)) {
      this.count.alreadyThere++;
      return undefined;
    }
    if (typeof found === 'string') return found;
    if (found !== undefined && (found.own || !this.met.mark(found.n))) return 'doubled_in_file';
    const member = found ?? this.newMember(row, key);
    if (found !== undefined) this.count.knownMembers++;
    if (opening) this.open(member, row, key);
    return undefined;
  }

  private newMember({ joinedOn, ...person }: MemberRow, key: string): FoundMember {
    this.count.newMembers++;
    this.ownMembers.add(key);
    return this.sink.addMember({ ...person, joinedOn: joinedOn ?? this.rules.today }, key);
  }

  private open(member: FoundMember, { points, pointsLastDay }: MemberRow, key: string): void {
    if (points === null) return;
    const {
      today: earnedOn,
      shop: { points: rules },
    } = this.rules;
    this.ownOpenings.add(key);
    this.sink.addOpening(
      member,
      { kind: 'opening', points, earnedOn, lastDay: pointsLastDay ?? lotLastDay(earnedOn, rules) },
      key,
    );
    this.count.addOpening(points);
  }

  private takePurchase(row: PurchaseRow): Rejection | undefined {
    const key = this.keyOf(row);
    if (key === undefined) return 'doubled_in_file';
    if (this.sink.broughtBefore('purchase', key)) {
      this.count.alreadyThere++;
      return undefined;
    }
    const moment = this.moments.of(row.date, row.minutes);
    if (moment.at > this.rules.now) return 'date_in_future';
    if (row.receiptNo !== null && this.sink.hasReceipt(moment.businessDate, row.receiptNo))
      return 'receipt_taken';
    const member = this.buyer(row, moment.businessDate);
    if (typeof member === 'string') return member;
    const taken: TakenPurchase = { row, moment, credit: this.credit(row, member, moment.businessDate) };
    this.sink.addPurchase(member, taken, key);
    this.count.newPurchases++;
    this.count.addMoney(row.amount);
    if (taken.credit !== null) this.count.addEarned(taken.credit.points);
    return undefined;
  }

  /** Undefined where its receipt stands in the file already; without one it is the next of its equals. */
  private keyOf(row: PurchaseRow): string | undefined {
    if (row.receiptNo === null)
      return hashedKey(purchaseKey(row, this.equals.next(hashedKey(purchaseTuple(row)))));
    const key = hashedKey(purchaseKey(row, 0));
    return this.equals.next(key) === 0 ? key : undefined;
  }

  private credit(row: PurchaseRow, member: FoundMember, date: BusinessDate): TakenPurchase['credit'] {
    const { reading, shop, today } = this.rules;
    if (reading.points === 'none') return null;
    const { earnMultiplier } = shop.tiers.rights[member.tier];
    const points = earnedPoints(row.amount, shop.points, earnMultiplier);
    const earnedOn = reading.points === 'from_today' ? today : date;
    return points === 0
      ? null
      : { kind: 'earn', points, earnedOn, lastDay: lotLastDay(earnedOn, shop.points) };
  }

  private buyer(row: PurchaseRow, date: BusinessDate): FoundMember | Rejection {
    const who = `${row.cardNo}\n${row.phone}\n${row.externalId}`;
    const known = this.remembered.get(who) ?? this.find(row);
    if (typeof known === 'string') return known;
    const member = known === undefined ? this.newBuyer(row, date) : this.knownBuyer(known, date);
    if (typeof member !== 'string') this.remember(who, member);
    return member;
  }

  private newBuyer(row: PurchaseRow, joinedOn: BusinessDate): FoundMember | Rejection {
    if (!this.rules.reading.createMembers) return 'member_unknown';
    const { cardNo, phone, externalId } = row;
    const person = {
      cardNo,
      phone,
      externalId,
      name: '',
      gender: null,
      birthday: null,
      tags: [],
      note: '',
      joinedOn,
    };
    const key = hashedKey(personKey(row));
    this.count.newMembers++;
    return this.sink.addMember(person, key);
  }

  private knownBuyer(member: FoundMember, date: BusinessDate): FoundMember {
    if (member.own) return date < member.joinedOn ? this.sink.joinedEarlier(member, date) : member;
    if (this.met.mark(member.n)) this.count.knownMembers++;
    return member;
  }

  private remember(who: string, member: FoundMember): void {
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(who, member);
  }

  /** By card, then phone, then the number of another system (the order that the shop trusts them). */
  private find(row: Identity & { readonly name?: string }): FoundMember | Rejection | undefined {
    const byCard = row.cardNo === null ? undefined : this.sink.byCard(row.cardNo);
    if (byCard !== undefined) return contradiction('card', row, byCard) ?? byCard;
    const byPhone = row.phone === null ? [] : this.sink.byPhone(row.phone);
    if (byPhone.length > 0) {
      const meant = byPhone.filter((member) => contradiction('phone', row, member) === undefined);
      if (meant.length > 1) return 'phone_shared_by_several';
      return meant[0] ?? 'phone_taken';
    }
    return row.externalId === null ? undefined : this.sink.byExternalId(row.externalId);
  }
}
