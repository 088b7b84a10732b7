import { fen, points } from '@domain/units';
import type { TestShop } from '../../support/shop';

/** One act that the till has been told is done: whatever happens to the PC now, it must be there, once. */
export interface Ack {
  readonly requestId: string;
  readonly channel: string;
  readonly value: unknown;
}

type Ask = (requestId: string) => Promise<{ readonly ok: boolean; readonly value?: unknown }>;

/**
 * What a till does all day, drawn by `chance`: sales, with points and without, refunds, undos, adjustments by hand,
 * sign-ups. A refusal is an answer, too, and leaves nothing behind.
 */
export class TillWork {
  private readonly members: string[];
  private readonly bills: string[];

  constructor(
    private readonly shop: TestShop,
    private readonly chance: () => number,
  ) {
    const column = (sql: string) => shop.raw().prepare<[], string>(sql).pluck().all();
    this.members = column('select id from member order by n desc limit 50');
    this.bills = column('select id from purchase order by seq desc limit 50');
  }

  /** Does one thing; answers what is acknowledged, or null when it was refused. */
  async next(): Promise<Ack | null> {
    const what = this.chance();
    const memberId = this.one(this.members);
    const purchaseId = this.one(this.bills);
    if (memberId === undefined || what < 0.08) return await this.signUp();
    if (purchaseId !== undefined && what < 0.2) return await this.refund(purchaseId);
    if (purchaseId !== undefined && what < 0.25) return await this.undo();
    if (what < 0.35) return await this.adjust(memberId);
    return await this.sell(memberId);
  }

  private async signUp(): Promise<Ack | null> {
    const name = `顾客${this.below(1_000_000)}`;
    const ack = await this.told('members.signUp', (requestId) =>
      this.shop.client.members.signUp(requestId, {
        ...{ name, phone: `138${String(this.below(1e8)).padStart(8, '0')}`, phoneShared: false, cardNo: '' },
        ...{ birthday: null, gender: null, source: 'walk_in', referrerId: null, tags: [], note: '' },
        consent: { personalData: true, marketing: this.chance() < 0.5, textVersion: '2026-11' },
        distinct: true,
      }),
    );
    if (ack !== null) this.members.push(idIn(ack.value, 'memberId'));
    return ack;
  }

  private async sell(memberId: string): Promise<Ack | null> {
    const redeem = points(this.chance() < 0.3 ? 100 : 0);
    const gross = fen(1000 + this.below(50_000));
    const ack = await this.told('purchases.record', (requestId) =>
      this.shop.client.purchases.record(requestId, { memberId, gross, redeem, receiptNo: '', items: [] }),
    );
    if (ack !== null) this.bills.push(idIn(ack.value, 'purchaseId'));
    return ack;
  }

  private refund(purchaseId: string): Promise<Ack | null> {
    const asked = {
      purchaseId,
      amount: fen(1 + this.below(2000)),
      shortfall: 'debt',
      reason: '不合适',
    } as const;
    return this.told('purchases.refund', (requestId) => this.shop.client.purchases.refund(requestId, asked));
  }

  private undo(): Promise<Ack | null> {
    const purchaseId = this.bills.at(-1) ?? '';
    return this.told('purchases.undo', (requestId) =>
      this.shop.client.purchases.undo(requestId, { purchaseId }),
    );
  }

  private adjust(memberId: string): Promise<Ack | null> {
    const asked = { memberId, points: points(200 + this.below(300)), reason: '开业活动' };
    return this.told('points.adjust', (requestId) =>
      this.shop.client.points.adjust(requestId, { ...asked, points: asked.points }),
    );
  }

  private async told(channel: string, ask: Ask): Promise<Ack | null> {
    const requestId = this.shop.request();
    const answer = await ask(requestId);
    return answer.ok ? { requestId, channel, value: answer.value } : null;
  }

  private below(limit: number): number {
    return Math.floor(this.chance() * limit);
  }

  private one<T>(of: readonly T[]): T | undefined {
    return of[this.below(of.length)];
  }
}

function idIn(value: unknown, key: string): string {
  const id = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof id !== 'string') throw new Error(`the answer has no ${key}`);
  return id;
}
