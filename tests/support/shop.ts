import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShukeEvent } from '@contract/events';
import { contract } from '@contract/index';
import { type Client, createClient } from '@contract/rpc';
import { type Instant, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { composeMain, type Main } from '../../electron/main/compose';
import { startPrepared } from './worker';

const DAY_MS = 86_400_000;

/** A real main on a real store in a temporary folder: only the window, the dialogs and the clock are the test's. */
export interface TestShop {
  readonly main: Main;
  readonly client: Client<typeof contract>;
  readonly userData: string;
  readonly events: ShukeEvent[];
  /** Bugs that main has reported; a test that expects none asserts that it is empty. */
  readonly reported: string[];
  /** What the system's dialogs answer next. */
  readonly dialogs: { file: string | null; folder: string | null };
  readonly clock: { now: Instant; advanceDays: (days: number) => void };
  readonly raw: () => SQLite.Database;
  /** A fresh request id, as the window makes one for each attempt. */
  readonly request: () => string;
  /** Signs up a member; `points` come as an adjustment by the owner. */
  readonly member: (name: string, details?: { phone?: string; points?: number }) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface ShopOptions {
  /** ISO instant; noon of 18 May 2026 in Shanghai unless told. */
  readonly now?: string;
  readonly zone?: string;
  /** False leaves it at the first-run screen. */
  readonly open?: boolean;
}

export async function aShop(options: ShopOptions = {}): Promise<TestShop> {
  const userData = mkdtempSync(join(tmpdir(), 'shuke-test-'));
  const clock = {
    now: instant(Date.parse(options.now ?? '2026-05-18T04:00:00Z')),
    advanceDays: (days: number) => {
      clock.now = instant(clock.now + days * DAY_MS);
    },
  };
  const events: ShukeEvent[] = [];
  const reported: string[] = [];
  const dialogs: TestShop['dialogs'] = { file: null, folder: null };
  const zone = options.zone ?? 'Asia/Shanghai';
  const main = composeMain({
    userData,
    systemLocale: 'zh-CN',
    systemZone: zone,
    sources: { clock: () => clock.now, newId: uuidv7 },
    dialogs: {
      openFile: async () => dialogs.file,
      chooseFolder: async () => dialogs.folder,
      showInFolder: () => undefined,
      quit: () => undefined,
    },
    emit: (event) => events.push(event),
    report: (what, error) => {
      reported.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return 'TEST';
    },
    startWorker: startPrepared,
  });
  const client = createClient(contract, main.route);
  await main.start();
  if (options.open !== false) await client.settings.createStore({ name: '街角小店', zone });

  const shop: TestShop = {
    main,
    client,
    userData,
    events,
    reported,
    dialogs,
    clock,
    raw: () => main.app.session.shop().opened.raw,
    request: uuidv7,
    member: (name, details = {}) => signUp(shop, name, details),
    close: async () => {
      await main.stop();
      rmSync(userData, { recursive: true, force: true });
    },
  };
  return shop;
}

async function signUp(
  shop: TestShop,
  name: string,
  details: { phone?: string; points?: number },
): Promise<string> {
  const signedUp = await shop.client.members.signUp(uuidv7(), {
    name,
    phone: details.phone ?? '',
    phoneShared: false,
    cardNo: '',
    birthday: null,
    gender: null,
    source: 'walk_in',
    referrerId: null,
    tags: [],
    note: '',
    consent: { personalData: true, marketing: false, textVersion: '2026-11' },
    distinct: true,
  });
  if (!signedUp.ok) throw new Error(`sign-up refused: ${signedUp.refusal.code}`);
  const { memberId } = signedUp.value;
  if (details.points !== undefined) {
    const adjusted = await shop.client.points.adjust(uuidv7(), {
      memberId,
      points: details.points as never, // a whole number, checked by the contract
      reason: '测试',
    });
    if (!adjusted.ok) throw new Error(`adjustment refused: ${adjusted.refusal.code}`);
  }
  return memberId;
}
