import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCard, sheetText } from '@db/packets/documents';
import { type WrittenPacket, writePacket } from '@db/packets/write';
import type { PacketRef } from '@domain/packets/manifest';
import type { PacketRow, PacketRows } from '@domain/packets/rows';
import { onTestFinished } from 'vitest';
import { ingest } from '../../electron/hq/commands/ingest';
import { init } from '../../electron/hq/commands/init';
import { register } from '../../electron/hq/commands/register';
import { keysOf } from '../../electron/hq/folder';
import type { Call, Command, Exit } from '../../electron/hq/say';
import { wordsOf } from '../../electron/hq/words';

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-hq-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const DAY_MS = 86_400_000;
export const BEGIN = Date.parse('2026-03-01T12:00:00.000Z');

interface Ran {
  readonly exit: Exit;
  readonly said: string;
  readonly answer: unknown;
}

/** A head office in a folder of its own, reached by the commands themselves. */
export class TestOffice {
  now = BEGIN;
  constructor(readonly folder = join(aFolder(), 'office')) {}

  async run(command: Command, rest: readonly string[] = [], options: Call['options'] = {}): Promise<Ran> {
    const said: string[] = [];
    let answer: unknown = null;
    const exit = await command({
      ...this.call(),
      rest,
      options,
      say: (line) => void said.push(line),
      answer: (value) => {
        answer = value;
      },
    });
    return { exit, said: said.join('\n'), answer };
  }

  call(): Call {
    const quiet = () => undefined;
    const words = wordsOf('en');
    const { folder } = this;
    return { rest: [], options: {}, words, folder, now: () => this.now, say: quiet, answer: quiet };
  }

  /** Made, and these stores let in. */
  async with(...stores: readonly TestStore[]): Promise<this> {
    await this.run(init, [this.folder], { name: '总部' });
    for (const store of stores) {
      store.recipient = this.card().recipient;
      await this.run(register, [store.sheet()]);
    }
    return this;
  }

  card() {
    const card = readCard(readFileSync(join(this.folder, 'head-office.shuke-hq'), 'utf8'));
    if ('code' in card) throw new Error(card.code);
    return card;
  }

  /** The age identity that opens packets. */
  identity(): string {
    return keysOf(this.folder).identity;
  }

  ingest(...places: readonly string[]): Promise<Ran> {
    return this.run(ingest, places);
  }
}

interface State {
  epoch: string;
  startedAt: number;
  parent: PacketRef | null;
  last: PacketRef | null;
  entry: number;
}

/** A store that writes real packets, one a day, each with `bills` purchases of so many fen. */
export class TestStore {
  readonly folder = aFolder();
  readonly id: string;
  readonly key: string;
  recipient = '';
  day = 0;
  private bills = 0;
  private state: State = { epoch: 'AAAAAA', startedAt: BEGIN, parent: null, last: null, entry: 1 };

  constructor(number: number) {
    this.id = `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    this.key = Buffer.alloc(32, number).toString('base64');
  }

  sheet(): string {
    const file = join(this.folder, 'sheet.shuke-store');
    writeFileSync(
      file,
      sheetText({ storeId: this.id, name: `店${this.id.at(-1)}`, region: '华东', signingKey: this.key }),
    );
    return file;
  }

  /** What a backup of it would bring back. */
  backup(): () => void {
    const state = { ...this.state };
    return () => {
      this.state = { ...state };
    };
  }

  beginEpoch(epoch: string, parent = this.state.last): void {
    this.state = { epoch, startedAt: BEGIN + this.day * DAY_MS, parent, last: null, entry: 1 };
  }

  async pack(sales: readonly number[], kind?: 'full', folder = this.folder): Promise<WrittenPacket> {
    const { epoch, startedAt, parent, last, entry } = this.state;
    this.day += 1;
    const madeAt = new Date(BEGIN + this.day * DAY_MS).toISOString();
    const sequence = (last?.sequence ?? 0) + 1;
    const written = await writePacket({
      folder,
      head: {
        schema: 60,
        shuke: '0.1.0',
        store: { id: this.id, name: `店${this.id.at(-1)}`, region: '华东', zone: 'Asia/Shanghai' },
        epoch,
        epochStartedAt: new Date(startedAt).toISOString(),
        parent,
        sequence,
        kind: kind ?? (sequence === 1 ? 'full' : 'delta'),
        previous: last?.hash ?? null,
        firstEntry: entry,
        audit: { seq: 1, hash: 'ab'.repeat(32) },
        clock: { madeAt, businessDate: madeAt.slice(0, 10) },
        level: { personal: 0, reason: '' },
        figures: FIGURES,
      },
      rows: this.rows(sales),
      signingKey: this.key,
      recipients: [this.recipient],
      progress: () => undefined,
      cancelled: () => false,
    });
    const hash = written.manifestHash;
    this.state = {
      ...this.state,
      last: { epoch, sequence, hash },
      entry: written.manifest.lastEntry + 1,
    };
    return written;
  }

  private rows(sales: readonly number[]): PacketRows {
    const purchase = sales.map((fen) => {
      this.bills += 1;
      return bill(`${this.id}-${this.bills}`, fen);
    });
    return { member: [], purchase, refund: [], points: [], complaint: [], coupon: [] };
  }
}

const FIGURES = {
  members: 0,
  byClass: { A: 0, B: 0, C: 0, D: 0, none: 0 },
  pointsOwed: 0,
  liabilityFen: 0,
  couponsOpen: 0,
  months: [],
} as const;

const bill = (key: string, fen: number): PacketRow<'purchase'> => ({
  key,
  member_id: 'm1',
  receipt_no: null,
  business_date: '2026-03-01',
  bought_at: BEGIN,
  total_fen: fen,
  discount_fen: 0,
  points_worth_fen: 0,
  paid_fen: fen,
  points_earned: 0,
  points_redeemed: 0,
  imported: 0,
});
