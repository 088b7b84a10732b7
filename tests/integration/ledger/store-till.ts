import { appendEntries, sweepExpired } from '@db/points/commands';
import { accountOf, openLots, usablePoints } from '@db/points/queries';
import type { Stamp } from '@db/points/stamp';
import { currentRules } from '@db/settings/queries';
import { addDays, businessDateOf } from '@domain/calendar/business-day';
import { decideEarn } from '@domain/points/earn';
import { decideExpire } from '@domain/points/expire';
import { after, NOTHING_HELD } from '@domain/points/ledger';
import type { PointsRules } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import { v7 as newId } from 'uuid';
import type { Asked, Result, Standing, Till } from '../../domain/points/till';
import type { TestShop } from '../../support/shop';

/** One member's ledger in the real store, asked through the real bridge, clock and all. */
export class StoreTill implements Till {
  readonly sales: string[] = [];
  /** The last command, to be sent again as a nervous finger would. */
  private last: (() => Promise<unknown>) | undefined;

  private constructor(
    private readonly shop: TestShop,
    readonly memberId: string,
  ) {}

  static async withMember(shop: TestShop): Promise<StoreTill> {
    return new StoreTill(shop, await shop.member('张三'));
  }

  get today() {
    return businessDateOf(this.shop.clock.now, { zone: 'Asia/Shanghai', dayStartHour: 0 });
  }

  async ask(asked: Asked): Promise<Result> {
    this.last = undefined;
    switch (asked.do) {
      case 'sale':
        return this.sale(asked);
      case 'refund': {
        const { purchases } = this.shop.client;
        const input = {
          purchaseId: this.saleId(asked.sale),
          amount: fen(asked.amount),
          shortfall: asked.shortfall,
        };
        const preview = await purchases.previewRefund(input);
        const refunded = await this.send((id) => purchases.refund(id, { ...input, reason: '退货' }));
        const foretold = preview.possible ? { effect: preview.effect } : { refused: preview.code };
        const done = 'effect' in refunded ? { effect: refunded.effect } : refunded;
        if (JSON.stringify(foretold) !== JSON.stringify(done))
          throw new Error('the preview was not the refund');
        return inPoints(refunded);
      }
      case 'undo': {
        const input = { purchaseId: this.saleId(asked.sale) };
        const undone = await this.send((id) => this.shop.client.purchases.undo(id, input));
        return inPoints(undone);
      }
      case 'adjust': {
        const input = { memberId: this.memberId, points: points(asked.points), reason: '盘点' };
        return this.send((id) => this.shop.client.points.adjust(id, input));
      }
      case 'opening':
        return this.opening(asked.points, asked.lastsDays);
      case 'days':
        this.shop.clock.advanceDays(asked.days);
        return {};
      case 'sweep': {
        const stamp = await this.stamp();
        await this.db.transaction().execute((tx) => sweepExpired(tx, this.today, stamp, 1000));
        return {};
      }
    }
  }

  /** Sends the last command again with its own request id; answers what came back, if there was one. */
  replay(): Promise<unknown> | undefined {
    return this.last?.();
  }

  async standing(): Promise<Standing> {
    const { usable, debt } = await usablePoints(this.db, this.memberId, this.today);
    const lots = await openLots(this.db, this.memberId, this.today);
    return { usable, owed: debt, lots: lots.map((lot) => [lot.lastDay, lot.remaining] as const) };
  }

  /** Points in the counter's own row, renewed by the command that changed them. */
  shownAtTheCounter(): unknown {
    return this.shop
      .raw()
      .prepare('select l.points from member_lookup l join member m on m.n = l.n where m.id = ?')
      .pluck()
      .get(this.memberId);
  }

  private get db() {
    return this.shop.main.app.session.shop().opened.db;
  }

  private saleId(index: number): string {
    const id = this.sales[index];
    if (id === undefined) throw new Error('no such sale');
    return id;
  }

  private async sale({ total, exempt, redeem }: Extract<Asked, { do: 'sale' }>): Promise<Result> {
    const line = { product: '茶', quantityMilli: 1000 };
    const items = [
      { ...line, amount: fen(total - exempt), earns: true },
      { ...line, product: '烟', amount: fen(exempt), earns: false },
    ];
    const input = {
      memberId: this.memberId,
      gross: fen(total),
      receiptNo: '',
      items,
      redeem: points(redeem),
    };
    const sold = await this.send((id) => this.shop.client.purchases.record(id, input));
    if ('refused' in sold) return sold;
    // The output of `purchases.record`; its level and coupons are not what this till counts.
    const { purchaseId, tier, brought, ...result } = sold as { purchaseId: string; [more: string]: unknown };
    this.sales.push(purchaseId);
    return result;
  }

  /** Openings come with an import; here by the import's own decision and the ledger's one writer. */
  private async opening(count: number, lastsDays: number | null): Promise<Result> {
    const lastDay = lastsDays === null ? null : addDays(this.today, lastsDays);
    const stamp = await this.stamp();
    await this.db.transaction().execute(async (tx) => {
      const before = (await accountOf(tx, this.memberId))?.holdings ?? NOTHING_HELD;
      const expired = decideExpire(before, this.today);
      const lot = { earned: points(count), earnedOn: this.today, lastDay, lotId: newId() };
      const opened = decideEarn(after(before, expired), { kind: 'opening', ...lot });
      await appendEntries(tx, [...expired, ...opened], { memberId: this.memberId }, stamp);
    });
    return {};
  }

  private async stamp(): Promise<Stamp> {
    const { version } = await currentRules(this.db, this.today);
    const staffId = this.shop.main.app.session.shop().house.id;
    return { now: this.shop.clock.now, today: this.today, staffId, ruleVersion: version, newId };
  }

  private async send(
    command: (
      requestId: string,
    ) => Promise<{ ok: true; value: object } | { ok: false; refusal: { code: string } }>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const requestId = newId();
    const answer = async () => {
      const outcome = await command(requestId);
      return outcome.ok ? { ...outcome.value } : { refused: outcome.refusal.code };
    };
    this.last = answer;
    return answer();
  }
}

/** What a refund did to money and points; coupons and levels have histories of their own. */
function inPoints(refunded: Readonly<Record<string, unknown>>): Result {
  if (!('effect' in refunded)) return refunded;
  const { coupons, tier, ...effect } = refunded.effect as Readonly<Record<string, unknown>>;
  return effect;
}

/** Puts the sequence's rules in force, as the owner would; no level has a discount, nothing brings a coupon. */
export async function setRules(shop: TestShop, rules: PointsRules): Promise<void> {
  const current = await shop.client.settings.rules({});
  const { tiers, coupons } = current.rules;
  const { regular } = tiers.rights;
  const changed = await shop.client.settings.changeRules(newId(), {
    basedOn: current.latest,
    rules: {
      ...current.rules,
      points: rules,
      tiers: { ...tiers, rights: { regular, loyal: regular, vip: regular } },
      coupons: { ...coupons, templates: [] },
    },
  });
  if (!changed.ok) throw new Error(`rules refused: ${changed.refusal.code}`);
}
