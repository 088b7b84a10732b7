import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultError } from '@contract/calling';
import { fen, points } from '@domain/units';
import { afterAll, beforeAll, it } from 'vitest';
import { chances } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { bar, type Found, measure } from './support/measure';
import { broken } from './support/store-check';
import { type Intent, TillModel } from './support/till-model';

/** Schedules of one day in one store; the next ones have a store of their own. */
const BATCH = 2000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-double-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('trust, double apply: nothing happens twice, whatever is sent again, at once, late, or over a restart', async () => {
  await measure(
    { test: 'double apply', what: 'random schedules', bar: bar(300, 100_000) },
    async ({ n, seed }) => await runSchedules(n, seed),
  );
});

async function runSchedules(n: number, seed: number): Promise<Found> {
  const failures: string[] = [];
  const counts = { sent: 0, again: 0, faults: 0, restarts: 0 };
  for (let from = 0; from < n && failures.length === 0; from += BATCH) {
    const till = await Till.open(join(folder, `from-${from}`), counts);
    for (let at = from; at < Math.min(n, from + BATCH) && failures.length < 5; at += 1) {
      const wrong = await new Schedule(till, chances(seed + at)).run();
      failures.push(...wrong.map((what) => `schedule ${seed + at}: ${what}`));
    }
    failures.push(...(await broken(till.shop.main.app.session.shop().opened)), ...till.shop.reported);
    await till.shop.main.stop();
  }
  const { sent, again, faults, restarts } = counts;
  return {
    n,
    failures,
    notes: [
      `${sent} calls, ${again} of them sent before`,
      `${faults} broken off inside their transaction`,
      `${restarts} restarts with a call on its way`,
    ],
  };
}

interface Counts {
  sent: number;
  again: number;
  faults: number;
  restarts: number;
}

/** A main that can be ended and begun again on its store. */
class Till {
  private constructor(
    public shop: TestShop,
    readonly counts: Counts,
  ) {}

  static async open(userData: string, counts: Counts): Promise<Till> {
    return new Till(await aShop({ userData }), counts);
  }

  /** Ends main while something may be on its way, and begins again. */
  async restart(): Promise<void> {
    const { userData, clock } = this.shop;
    await this.shop.main.stop();
    this.shop = await aShop({ userData, open: false, now: new Date(clock.now).toISOString() });
    this.counts.restarts += 1;
  }

  /** The next transaction breaks off at its very end, where its outcome is written. */
  async brokenOff(work: () => Promise<unknown>): Promise<void> {
    const raw = this.shop.raw();
    raw.exec(
      `create temp trigger breaks_off after insert on command_outcome begin select raise(abort, 'broken off'); end`,
    );
    const { reported } = this.shop;
    try {
      await work();
      throw new Error('it did not break off');
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
    } finally {
      raw.exec('drop trigger breaks_off');
      reported.pop();
      this.counts.faults += 1;
    }
  }
}

type Answer = { readonly ok: boolean; readonly value?: unknown };

/** One customer, a few intents, and every way in which they come to main. */
class Schedule {
  private readonly model = new TillModel();
  private readonly intents: readonly Intent[];
  private readonly requests: readonly string[];
  private readonly first = new Map<number, string>();
  private readonly wrong: string[] = [];
  private memberId = '';

  constructor(
    private readonly till: Till,
    private readonly chance: () => number,
  ) {
    this.intents = Array.from({ length: 2 + this.below(4) }, (_, place) => this.intent(place));
    this.requests = this.intents.map(() => till.shop.request());
  }

  async run(): Promise<readonly string[]> {
    await this.signUpTwice();
    for (const place of this.deliveries()) {
      const how = this.chance();
      if (how < 0.55) await this.send(place);
      else if (how < 0.8) await this.doubleClick(place);
      else if (how < 0.995) await this.breakOff(place);
      else await this.restartMeanwhile(place);
    }
    this.compare();
    return this.wrong;
  }

  /** Each intent once to four times, in any order, and every one of them once more at the end. */
  private deliveries(): number[] {
    const places = this.intents.flatMap((_, place) => Array.from({ length: 1 + this.below(4) }, () => place));
    for (let at = places.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
    }
    return [...places, ...this.intents.keys()];
  }

  private intent(place: number): Intent {
    const what = this.chance();
    if (place > 0 && what < 0.2) return { kind: 'undo', sale: this.below(place) };
    if (what < 0.3) return { kind: 'adjust', points: 1 + this.below(5) };
    if (what < 0.4) return { kind: 'note' };
    const redeem = this.chance() < 0.3 ? 100 : 0;
    return { kind: 'sale', gross: 1000 + this.below(14_000), redeem };
  }

  private async signUpTwice(): Promise<void> {
    const request = this.till.shop.request();
    const sign = () =>
      this.till.shop.client.members.signUp(request, {
        ...{
          name: `顾客${this.below(1e6)}`,
          phone: '',
          phoneShared: false,
          cardNo: '',
          birthday: null,
          gender: null,
        },
        ...{ source: 'walk_in', referrerId: null, tags: [], note: '', distinct: true },
        consent: { personalData: true, marketing: false, textVersion: '2026-11' },
      });
    const [one, other] = await Promise.all([sign(), sign()]);
    if (!one.ok || !other.ok || one.value.memberId !== other.value.memberId) {
      this.wrong.push('one sign-up made two members');
      return;
    }
    this.memberId = one.value.memberId;
  }

  private async send(place: number): Promise<void> {
    this.heard(place, await this.call(place));
  }

  private async doubleClick(place: number): Promise<void> {
    const answers = await Promise.all([this.call(place), this.call(place)]);
    for (const answer of answers) this.heard(place, answer);
  }

  /** What has been answered before is answered again without a transaction to break; a refusal breaks nothing. */
  private async breakOff(place: number): Promise<void> {
    if (this.model.done.has(place) || !this.wouldBeDone(place)) return this.send(place);
    await this.till.brokenOff(() => this.call(place));
  }

  private async restartMeanwhile(place: number): Promise<void> {
    // Whether it was carried out nobody has heard; the page asks again under the same request.
    const lost = this.call(place).catch(() => undefined);
    await this.till.restart();
    await lost;
    await this.send(place);
  }

  private wouldBeDone(place: number): boolean {
    const { points: held, bills } = this.model;
    const intent = this.intents[place];
    if (intent?.kind === 'sale') return intent.redeem <= held && intent.redeem * 2 <= intent.gross;
    if (intent?.kind === 'undo') return bills.get(intent.sale)?.undone === false;
    return true;
  }

  private call(place: number): Promise<Answer> {
    const { client } = this.till.shop;
    const request = this.requests[place] ?? '';
    const intent = this.intents[place];
    this.till.counts.sent += 1;
    if (this.first.has(place)) this.till.counts.again += 1;
    switch (intent?.kind) {
      case 'sale':
        return client.purchases.record(request, {
          ...{ memberId: this.memberId, gross: fen(intent.gross), redeem: points(intent.redeem) },
          ...{ receiptNo: '', items: [] },
        });
      case 'adjust':
        return client.points.adjust(request, {
          ...{ memberId: this.memberId, points: points(intent.points), reason: '补录' },
        });
      case 'undo':
        return client.purchases.undo(request, { purchaseId: this.saleId(intent.sale) });
      default:
        return client.complaints.log(request, {
          ...{
            memberId: this.memberId,
            purchaseId: null,
            object: 'goods',
            reason: 'goods_range',
            product: '',
          },
          ...{ aboutStaffId: null, severity: 'low', channel: 'counter', what: '品种少', wish: '' },
        });
    }
  }

  /** The id that the sale's answer told; of no sale at all, one that nobody has. */
  private saleId(place: number): string {
    const told = this.first.get(place);
    const id: unknown = told === undefined ? undefined : Reflect.get(JSON.parse(told), 'purchaseId');
    return typeof id === 'string' ? id : '0190a5d0-0000-7000-8000-000000000000';
  }

  private heard(place: number, answer: Answer): void {
    const intent = this.intents[place];
    if (intent === undefined) return;
    const expected = this.model.deliver(place, intent);
    if (answer.ok !== expected)
      this.wrong.push(`${intent.kind} at ${place} was ${JSON.stringify(answer)}, expected ${expected}`);
    if (!answer.ok) return;
    const told = JSON.stringify(answer.value);
    const before = this.first.get(place);
    if (before !== undefined && before !== told)
      this.wrong.push(`${intent.kind} at ${place} was answered twice differently`);
    this.first.set(place, told);
  }

  private compare(): void {
    const raw = this.till.shop.raw();
    const one = (sql: string) => raw.prepare<[string], number>(sql).pluck().get(this.memberId) ?? 0;
    const { bills, money } = this.model.standing();
    const held = {
      points: one('select coalesce(sum(points), 0) from points_entry where member_id = ?'),
      bills: one(
        `select count(*) from purchase where member_id = ? and id not in (select purchase_id from refund)`,
      ),
      money: one(
        `select coalesce(sum(total_fen), 0) from purchase where member_id = ? and id not in (select purchase_id from refund)`,
      ),
      notes: one('select count(*) from complaint where member_id = ?'),
      undone: one('select count(*) from refund where member_id = ?'),
    };
    const undone = [...this.model.bills.values()].filter((bill) => bill.undone).length;
    const meant = { points: this.model.points, bills, money, notes: this.model.notes, undone };
    if (JSON.stringify(held) !== JSON.stringify(meant))
      this.wrong.push(`holds ${JSON.stringify(held)}, meant ${JSON.stringify(meant)}`);
    const sealed = raw
      .prepare<[string], number>('select count(*) from audit_entry where request_id = ?')
      .pluck();
    for (const [place, request] of this.requests.entries())
      if (sealed.get(request) !== (this.model.done.has(place) ? 1 : 0))
        this.wrong.push(`${place} stands ${sealed.get(request)} times in the audit trail`);
  }

  private below(limit: number): number {
    return Math.floor(this.chance() * limit);
  }
}
