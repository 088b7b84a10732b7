import { appendEntries } from '@db/points/commands';
import { accountOf, openLots } from '@db/points/queries';
import { currentRules } from '@db/settings/queries';
import { addDays, businessDateOf } from '@domain/calendar/business-day';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { decideEarn } from '@domain/points/earn';
import { decideExpire } from '@domain/points/expire';
import { after, NOTHING_HELD } from '@domain/points/ledger';
import type { Shortfall } from '@domain/purchases/refund';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { Tier } from '@domain/tiers/tier';
import { fen, NO_FEN, points } from '@domain/units';
import { v7 as newId } from 'uuid';
import { aShop, type TestShop } from '../../support/shop';

export const OWN = '张三';
export const FRIEND = '李静';

const template = (
  id: string,
  name: string,
  trigger: CouponTemplate['trigger'],
  terms: CouponTemplate['terms'],
  stacks = false,
): CouponTemplate => ({
  ...{ id, name, trigger, terms, stacks, active: true, blackout: [] },
  validity: { kind: 'days', days: 30 },
});
const off = (yuan: number) => ({ kind: 'amount', off: fen(yuan * 100), threshold: NO_FEN }) as const;

/** What this shop gives by hand; each lives for 30 days. */
const BY_HAND = [
  template('five', '五元券', 'by_hand', off(5)),
  template('three', '三元券', 'by_hand', off(3), true),
  template(
    'tenth',
    '九折券',
    'by_hand',
    { kind: 'percent', percentOff: 10, cap: null, threshold: NO_FEN },
    true,
  ),
  template(
    'mug',
    '马克杯',
    'by_hand',
    { kind: 'gift', item: '马克杯', cost: fen(1500), threshold: NO_FEN },
    true,
  ),
];
/** What it may bring by itself, where a story says so. */
export const FIRST_PURCHASE = template('first', '首单券', 'first_purchase', off(5));
export const REFERRAL = template('friend', '推荐券', 'referral', off(10));

export interface Line {
  readonly yuan: number;
  readonly earns?: boolean;
  readonly fullPrice?: boolean;
}

export interface Purchase {
  readonly yuan: number;
  readonly redeem?: number;
  readonly coupons?: readonly string[];
  readonly lines?: readonly Line[];
  readonly special?: number;
  readonly by?: string;
  readonly receiptNo?: string;
}

export interface Asked {
  readonly of: string;
  readonly yuan: number;
  readonly shortfall?: Shortfall;
}

/** A member and the real main, told in yuan and days: Monday, 18 May 2026. */
export class Story {
  private readonly people = new Map<string, string>();
  private readonly bills = new Map<string, string>();

  private constructor(readonly shop: TestShop) {}

  static async begin(rules: Partial<ShopRules>, brings: readonly CouponTemplate[]): Promise<Story> {
    const shop = await aShop();
    const current = await shop.client.settings.rules({});
    const coupons = { ...current.rules.coupons, templates: [...BY_HAND, ...brings] };
    const changed = await shop.client.settings.changeRules(newId(), {
      basedOn: current.version,
      rules: { ...current.rules, coupons, ...rules },
    });
    if (!changed.ok) throw new Error(`rules refused: ${changed.refusal.code}`);
    return new Story(shop);
  }

  async signUp(name: string, more: { bornToday?: boolean; sentBy?: string } = {}): Promise<void> {
    const today = this.today;
    const birthday = { year: null, month: Number(today.slice(5, 7)), day: Number(today.slice(8)) };
    const signedUp = await this.shop.client.members.signUp(newId(), {
      ...{
        name,
        phone: '',
        phoneShared: false,
        cardNo: '',
        gender: null,
        tags: [],
        note: '',
        distinct: true,
      },
      birthday: more.bornToday === true ? birthday : null,
      source: more.sentBy === undefined ? 'walk_in' : 'referral',
      referrerId: more.sentBy === undefined ? null : this.member(more.sentBy),
      consent: { personalData: true, marketing: false, textVersion: '2026-11' },
    });
    if (!signedUp.ok) throw new Error(`sign-up refused: ${signedUp.refusal.code}`);
    this.people.set(name, signedUp.value.memberId);
  }

  async buy(bill: string, purchase: Purchase) {
    const memberId = this.member(purchase.by ?? OWN);
    const sold = await this.shop.client.purchases.record(newId(), {
      memberId,
      gross: yuan(purchase.yuan),
      specialPrice: yuan(purchase.special ?? 0),
      couponIds: (purchase.coupons ?? []).map((name) => this.coupon(memberId, name)),
      receiptNo: purchase.receiptNo ?? '',
      items: (purchase.lines ?? []).map((line, index) => ({
        product: `商品 ${index + 1}`,
        quantityMilli: 1000,
        amount: yuan(line.yuan),
        earns: line.earns ?? true,
        fullPrice: line.fullPrice ?? true,
      })),
      redeem: points(purchase.redeem ?? 0),
    });
    if (!sold.ok) throw new Error(`sale refused: ${sold.refusal.code}`);
    this.bills.set(bill, sold.value.purchaseId);
    return sold.value;
  }

  /** A bill that came with an import: nobody knows how its price came about. */
  bringIn(bill: string, ofYuan: number): void {
    const id = newId();
    const { now } = this.shop.clock;
    this.shop.raw().exec(`
      insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at,
        business_date, staff_id, recorded_at)
      select '${id}', '${this.member(OWN)}', ${yuan(ofYuan)}, ${yuan(ofYuan)}, 0, 1, ${now}, '${this.today}', id, ${now}
      from staff`);
    this.bills.set(bill, id);
  }

  async adjust(count: number): Promise<void> {
    const input = { memberId: this.member(OWN), points: points(count), reason: '盘点' };
    const adjusted = await this.shop.client.points.adjust(newId(), input);
    if (!adjusted.ok) throw new Error(`adjustment refused: ${adjusted.refusal.code}`);
  }

  /** Points of another shop's book, with a last day of their own. */
  async opening(count: number, lastsDays: number): Promise<void> {
    const { today } = this;
    const memberId = this.member(OWN);
    const { db } = this.shop.main.app.session.shop().opened;
    const { version: ruleVersion } = await currentRules(db, today);
    const staffId = this.shop.main.app.session.shop().house.id;
    const stamp = { now: this.shop.clock.now, today, staffId, ruleVersion, newId };
    await db.transaction().execute(async (tx) => {
      const before = (await accountOf(tx, memberId))?.holdings ?? NOTHING_HELD;
      const expired = decideExpire(before, today);
      const lot = { earnedOn: today, lastDay: addDays(today, lastsDays), lotId: newId() };
      const opened = decideEarn(after(before, expired), { kind: 'opening', earned: points(count), ...lot });
      await appendEntries(tx, [...expired, ...opened], { memberId }, stamp);
    });
  }

  async giveCoupon(name: string): Promise<void> {
    const templateId = BY_HAND.find((of) => of.name === name)?.id ?? '';
    const input = { memberId: this.member(OWN), templateId, reason: '测试' };
    const given = await this.shop.client.coupons.giveByHand(newId(), input);
    if (!given.ok) throw new Error(`coupon refused: ${given.refusal.code}`);
  }

  /** What the screen foretells, and then what happens; `undo` is not foretold. */
  async refund(asked: Asked) {
    const input = {
      purchaseId: this.bill(asked.of),
      amount: yuan(asked.yuan),
      shortfall: asked.shortfall ?? 'debt',
    } as const;
    const foretold = await this.shop.client.purchases.previewRefund(input);
    const refunded = await this.shop.client.purchases.refund(newId(), { ...input, reason: '退货' });
    return { foretold, refunded };
  }

  undo(bill: string) {
    return this.shop.client.purchases.undo(newId(), { purchaseId: this.bill(bill) });
  }

  get today() {
    return businessDateOf(this.shop.clock.now, { zone: 'Asia/Shanghai', dayStartHour: 0 });
  }

  member(name: string): string {
    return known(this.people, name);
  }

  bill(name: string): string {
    return known(this.bills, name);
  }

  /** The member's level as it is written, and until when it is protected. */
  level(): { tier: Tier; until: string | null } {
    return this.shop
      .raw()
      .prepare<[string], { tier: Tier; until: string | null }>(
        'select tier, tier_until as until from member where id = ?',
      )
      .get(this.member(OWN)) as { tier: Tier; until: string | null }; // a member always has one
  }

  /** Lots with something left, as `points until last day`. */
  async lots(): Promise<string[]> {
    const { db } = this.shop.main.app.session.shop().opened;
    const open = await openLots(db, this.member(OWN), this.today);
    return open.map(({ remaining, lastDay }) => `${remaining} until ${lastDay}`);
  }

  /** How every coupon stands, by its id. */
  couponStates(): ReadonlyMap<string, string> {
    const rows = this.shop
      .raw()
      .prepare<[], { id: string; state: string }>('select id, state from coupon')
      .all();
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  private coupon(memberId: string, name: string): string {
    const id = this.shop
      .raw()
      .prepare<[string, string], string>(
        'select id from coupon where member_id = ? and name = ? order by seq',
      )
      .pluck()
      .get(memberId, name);
    if (id === undefined) throw new Error(`no coupon ${name}`);
    return id;
  }
}

export const yuan = (amount: number) => fen(Math.round(amount * 100));

function known(map: ReadonlyMap<string, string>, name: string): string {
  const id = map.get(name);
  if (id === undefined) throw new Error(`nothing is called ${name} yet`);
  return id;
}
