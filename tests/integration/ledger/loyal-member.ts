import { tierOnDemand } from '@db/tiers/queries';
import { businessDateOf } from '@domain/calendar/business-day';
import type { CouponTemplate } from '@domain/coupons/coupon';
import type { Shortfall } from '@domain/purchases/refund';
import { DEFAULT_RULES, type ShopRules, type TierRules } from '@domain/settings/shop-rules';
import { fen, NO_FEN, points } from '@domain/units';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { EveryDay } from '../../domain/tiers/every-day';
import type { TestShop } from '../../support/shop';

/** What a member with coupons and a level may live through. Money in fen. */
export type Event =
  | {
      readonly do: 'sale';
      readonly gross: number;
      /** Of the gross, in percent: a second line at a special price that earns nothing; null = a bill without lines. */
      readonly special: number | null;
      /** Which of all coupons the member has ever had, counted from the newest. */
      readonly coupons: readonly number[];
      readonly redeem: 'nothing' | 'hundreds';
      /** The till has told another price. */
      readonly mistold: boolean;
    }
  | {
      readonly do: 'refund';
      readonly sale: number;
      readonly part: 20 | 50 | 'rest';
      readonly shortfall: Shortfall;
    }
  | { readonly do: 'undo'; readonly sale: number }
  | { readonly do: 'coupon'; readonly template: string }
  | { readonly do: 'days'; readonly days: number };

const few = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3));
const someEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sale'),
      gross: fc.integer({ min: 2000, max: 30_000 }),
      special: fc.constantFrom(null, 0, 30, 100),
      coupons: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(3), { maxLength: 3 })),
      redeem: fc.constantFrom('nothing', 'hundreds'),
      mistold: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('refund'),
      sale: few,
      part: fc.constantFrom<20 | 50 | 'rest'>(20, 50, 'rest', 'rest'),
      shortfall: fc.constantFrom('debt', 'reduce_refund', 'write_off'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo'), sale: few }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('coupon'),
      template: fc.constantFrom('five', 'tenth', 'three', 'mug'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('days'), days: fc.constantFrom(1, 9, 30, 45, 75) }) },
);

type Sale = Extract<Event, { do: 'sale' }>;
const sale = (gross: number, more: Partial<Sale> = {}): Sale => ({
  ...{ do: 'sale', gross, special: null, coupons: [], redeem: 'nothing', mistold: false },
  ...more,
});
const given = (template: string): Event => ({ do: 'coupon', template });
const later = (days: number): Event => ({ do: 'days', days });
const broughtBack = (which: number): Event => ({
  ...{ do: 'refund', part: 'rest', shortfall: 'debt' },
  sale: which,
});

/** A coupon used on a bill that comes back when the coupon has lapsed: too rare to wait for. */
const LATE: readonly Event[] = [given('three'), sale(5000, { coupons: [0] }), later(9), broughtBack(0)];

const onEachDayOfAWeek = (bill: Sale): Event[] => Array.from({ length: 7 }, () => [bill, later(1)]).flat();

/** Lives that between them reach whatever a life can, however the dice fall for the others. A first sale brings a coupon. */
export const KNOWN_LIVES: readonly (readonly Event[])[] = [
  [
    ...[given('five'), given('three'), sale(5000, { coupons: [0, 1] }), sale(5000, { coupons: [0] })],
    ...[0, 1, 2].map((which) => sale(5000, { coupons: [which] })),
    ...[sale(5000, { mistold: true }), broughtBack(0)],
  ],
  [given('tenth'), later(9), sale(5000, { coupons: [0] }), ...LATE],
  [sale(5000), sale(5000, { coupons: [0] }), broughtBack(1), ...onEachDayOfAWeek(sale(2000))],
  // Up, down after months without a visit, up, and back with the bill that did it.
  [
    ...[sale(30_000), ...onEachDayOfAWeek(sale(30_000, { redeem: 'hundreds' }))],
    ...[later(75), later(75), later(75), sale(2000), sale(60_000), broughtBack(0)],
  ],
];

export const someLife: fc.Arbitrary<Event[]> = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: someEvent.map((event) => [event]) },
      { weight: 1, arbitrary: fc.constant(LATE) },
    ),
    { minLength: 8, maxLength: 20, size: 'max' },
  )
  .map((events) => events.flat());

const template = (id: string, more: Partial<CouponTemplate>): CouponTemplate => ({
  ...{ id, name: id, trigger: 'by_hand', active: true, stacks: true, blackout: [] },
  terms: { kind: 'amount', off: fen(500), threshold: NO_FEN },
  validity: { kind: 'days', days: 8 },
  ...more,
});
const TIERS: TierRules = {
  ...DEFAULT_RULES.tiers,
  windowMonths: 2,
  protectionMonths: 1,
  takeBackDays: 10,
  loyal: { money: fen(30_000), visits: 4 },
  vip: { money: fen(60_000), visits: 8 },
};

/** Small numbers, so that levels, lapses and member days come often. Two days a week have 15 % off; coupons live for 8 days. */
export const LOYALTY: Pick<ShopRules, 'tiers' | 'memberDay' | 'coupons'> = {
  tiers: TIERS,
  memberDay: { weekdays: [2, 5], monthDays: [], dates: [], percentOff: 15 },
  coupons: {
    handAllowance: NO_FEN,
    templates: [
      template('five', { stacks: false, terms: { kind: 'amount', off: fen(500), threshold: fen(4000) } }),
      template('three', { terms: { kind: 'amount', off: fen(300), threshold: NO_FEN } }),
      template('tenth', {
        terms: { kind: 'percent', percentOff: 10, cap: fen(1500), threshold: NO_FEN },
      }),
      template('mug', { terms: { kind: 'gift', item: 'mug', cost: fen(900), threshold: NO_FEN } }),
      template('first', { trigger: 'first_purchase' }),
      template('friend', { trigger: 'referral' }),
    ],
  },
};

type Answer = { ok: true; value: object } | { ok: false; refusal: { code: string } };
interface Sold {
  readonly id: string;
  readonly paid: number;
  readonly counted: { back: number };
}

/** One member in the real store, and beside them the level as it follows from judging every single day. */
export class LoyalMember {
  private readonly level: EveryDay;
  private readonly sales: Sold[] = [];
  private last: (() => Promise<Answer>) | undefined;

  constructor(
    private readonly shop: TestShop,
    readonly memberId: string,
  ) {
    this.level = new EveryDay(this.today, TIERS);
  }

  /** Answers what came of it: a code, or what was done. Undefined when there was nothing to do it to. */
  async live(event: Event): Promise<Answer | undefined> {
    switch (event.do) {
      case 'sale':
        return this.buy(event);
      case 'refund':
        return this.refund(event);
      case 'undo': {
        const sale = this.sales.at(-1 - event.sale);
        if (sale === undefined) return undefined;
        return this.giveBack(sale, (id) => this.shop.client.purchases.undo(id, { purchaseId: sale.id }));
      }
      case 'coupon': {
        const input = { memberId: this.memberId, templateId: event.template, reason: '测试' };
        return this.send((id) => this.shop.client.coupons.giveByHand(id, input));
      }
      case 'days':
        for (let day = 0; day < event.days; day++) {
          this.shop.clock.advanceDays(1);
          this.level.open(this.today, undefined);
        }
        return undefined;
    }
  }

  /** The last command once more, with its own request id. */
  again(): Promise<Answer> | undefined {
    return this.last?.();
  }

  /** Told alike by both, they must be the same. */
  async levels(): Promise<{ kept: string; recomputed: string }> {
    const account = await tierOnDemand(
      this.shop.main.app.session.shop().opened.db,
      this.memberId,
      this.today,
    );
    if (account === null) throw new Error('the member is gone');
    const { tier, since, until } = account.standing;
    return { kept: `${tier} since ${since} until ${until}`, recomputed: this.level.standing };
  }

  private async buy({ gross, special, coupons, redeem, mistold }: Extract<Event, { do: 'sale' }>) {
    const owned = await this.shop.client.coupons.ofMember({ memberId: this.memberId });
    const newest = owned.toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const dear = Math.floor((gross * (special ?? 0)) / 100);
    const line = (amount: number, full: boolean) => ({
      ...{ product: full ? '茶' : '特价茶', quantityMilli: 1000, amount: fen(amount) },
      ...{ earns: full, fullPrice: full },
    });
    const input = {
      memberId: this.memberId,
      gross: fen(gross),
      couponIds: coupons.flatMap((at) => newest[at]?.id ?? []),
      expectedDue: mistold ? fen(gross + 1) : null,
      receiptNo: '',
      items: special === null ? [] : [line(gross - dear, true), line(dear, false)],
      redeem: points(redeem === 'nothing' ? 0 : Math.floor(gross / 20_000) * 100),
    };
    const sold = await this.send((id) => this.shop.client.purchases.record(id, input));
    if (!sold.ok) return sold;
    const { purchaseId, paid } = sold.value as { purchaseId: string; paid: number }; // output of `record`
    this.level.happen({ do: 'sale', fen: paid });
    const counted = this.level.sales.at(-1) as { back: number }; // the one just told
    this.sales.push({ id: purchaseId, paid, counted });
    return sold;
  }

  private async refund({ sale: which, part, shortfall }: Extract<Event, { do: 'refund' }>) {
    const sale = this.sales.at(-1 - which);
    if (sale === undefined) return undefined;
    const { purchases } = this.shop.client;
    const bill = await purchases.detail({ purchaseId: sale.id });
    if (bill === null) throw new Error('a bill is gone');
    const left = bill.total - bill.refunded;
    const amount = fen(part === 'rest' ? left : Math.floor((left * part) / 100));
    const input = { purchaseId: sale.id, amount, shortfall };
    const foretold = await purchases.previewRefund(input);
    const done = await this.giveBack(sale, (id) => purchases.refund(id, { ...input, reason: '退货' }));
    const happened = done.ok
      ? { possible: true, effect: (done.value as { effect: object }).effect }
      : { possible: false, code: done.refusal.code };
    const [told, was] = [JSON.stringify(foretold), JSON.stringify(happened)];
    if (told !== was) throw new Error(`foretold ${told}, but it was ${was}`);
    return done;
  }

  private async giveBack(sale: Sold, command: (id: string) => Promise<Answer>): Promise<Answer> {
    const done = await this.send(command);
    if (!done.ok) return done;
    const { effect } = done.value as { effect: { moneyBack: number; reducedBy: number } }; // of both commands
    this.level.giveBack(sale.counted, effect.moneyBack + effect.reducedBy);
    return done;
  }

  private send(command: (requestId: string) => Promise<Answer>): Promise<Answer> {
    const requestId = newId();
    this.last = () => command(requestId);
    return this.last();
  }

  get today() {
    return businessDateOf(this.shop.clock.now, { zone: 'Asia/Shanghai', dayStartHour: 0 });
  }
}
