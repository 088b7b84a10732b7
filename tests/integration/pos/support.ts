import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PosFile, PosPreview, PosSource } from '@contract/pos';
import { type BusinessDate, businessDate } from '@domain/units';
import { expect } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

export const STILL_MS = 3000;
/** As most tills here head their files. */
export const HEAD = '小票号,日期,时间,实收,会员手机号,收银员';

type Settings = Partial<Omit<PosSource, 'folder' | 'paused' | 'since'>>;

/** A shop beside a till, whose files land in a folder of their own. */
export interface TillShop {
  readonly shop: TestShop;
  readonly folder: string;
  /** The till has written a file. */
  readonly write: (name: string, lines: readonly string[] | string | Buffer) => void;
  /** Time passes until what was written stands still, and it is read. */
  readonly read: () => Promise<void>;
  /** The owner watches the folder, reading its files as the preview has guessed. */
  readonly watched: (settings?: Settings) => Promise<void>;
  readonly newest: () => Promise<PosFile>;
  readonly shown: () => Promise<PosPreview>;
  readonly lying: (where?: string) => string[];
  readonly close: () => Promise<void>;
}

export async function aTillShop(): Promise<TillShop> {
  const shop = await aShop(HERE);
  const folder = mkdtempSync(join(tmpdir(), 'shuke-till-'));
  let written = 0;
  const till: TillShop = {
    shop,
    folder,
    write: (name, lines) => {
      const path = join(folder, name);
      const whole = typeof lines === 'string' || lines instanceof Buffer;
      writeFileSync(path, whole ? lines : `${[HEAD, ...lines].join('\r\n')}\r\n`);
      // Files of one test may be written within one millisecond: a later one is newer all the same.
      const at = new Date(shop.clock.now + ++written * 1000);
      utimesSync(path, at, at);
    },
    read: async () => {
      await shop.main.app.pos.look();
      shop.clock.advance(STILL_MS);
      await shop.main.app.pos.look();
      expect(shop.reported).toEqual([]);
    },
    watched: async (settings = {}) => {
      const { folderId, shown } = await till.shown();
      if (shown === null) throw new Error('there is no file to guess from');
      const outcome = await shop.client.pos.setSource({
        ...{ folderId, name: '收银机', pattern: '*.csv', reading: shown.reading },
        ...{ from: businessDate('2026-05-01'), stillSeconds: 3, marker: 'none', grows: false },
        ...settings,
      });
      expect(outcome.ok).toBe(true);
    },
    newest: async () => {
      const { lastFile } = await shop.client.pos.state({});
      if (lastFile === null) throw new Error('no file was read');
      return lastFile;
    },
    shown: async () => {
      shop.dialogs.folder = folder;
      const outcome = await shop.client.pos.chooseFolder({});
      if (!outcome.ok || outcome.value === null) throw new Error(`not shown: ${JSON.stringify(outcome)}`);
      return outcome.value;
    },
    lying: (where = '') => {
      mkdirSync(join(folder, where), { recursive: true });
      return readdirSync(join(folder, where)).sort();
    },
    close: async () => {
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return till;
}

/** One row as `HEAD` says: number, amount in yuan, phone, and on which day and minute. */
export const row = (
  receiptNo: string,
  amount: string,
  phone = '',
  when: { readonly date?: string; readonly time?: string; readonly cashier?: string } = {},
): string =>
  [receiptNo, when.date ?? '2026-05-18', when.time ?? '11:30', amount, phone, when.cashier ?? ''].join(',');

export const day = (text: string): BusinessDate => businessDate(text);

/** Every bill of the store: number, day, money, points. */
export const bills = ({ shop }: TillShop) =>
  shop
    .raw()
    .prepare<[], { no: string | null; day: string; paid: number; points: number }>(
      'select receipt_no as no, business_date as day, paid_fen as paid, points_earned as points from purchase order by seq',
    )
    .all();

export async function balanceOf({ shop }: TillShop, memberId: string): Promise<number> {
  const card = await shop.client.members.card({ memberId });
  return card?.points ?? Number.NaN;
}
