import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShukeEvent } from '@contract/events';
import { contract } from '@contract/index';
import type { PinCost } from '@db/staff/pin-hash';
import { type Instant, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { composeMain, type Main, type Outside } from '../../electron/main/compose';
import type { StartReader } from '../../electron/main/reader/ask-reader';
import type { Screen } from '../../electron/main/screen-place';
import { ToldFault } from '../../electron/main/support/fault-words';
import { type Client, createClient } from './client';
import { aDesktop, type Desktop } from './desktop';
import { type People, peopleOf } from './people';
import { startPrepared, startPreparedReader } from './worker';

const DAY_MS = 86_400_000;
/** scrypt as cheap as it goes: what a guess costs is the hash's own test. */
const CHEAP_PIN: PinCost = { log2N: 1, r: 1, p: 1 };

/** A real main on a real store in a temporary folder: only the window, the dialogs and the clock are the test's. */
export interface TestShop {
  readonly main: Main;
  readonly client: Client<typeof contract>;
  readonly userData: string;
  readonly events: ShukeEvent[];
  /** Bugs that main has reported; a test that expects none asserts that it is empty. */
  readonly reported: string[];
  /** What the system's dialogs answer next. */
  readonly dialogs: { file: string | null; folder: string | null; save: string | null };
  /** The printers that the system has, what was printed on them, and why they refuse. */
  readonly paper: {
    printers: string[];
    refusal: string | null;
    readonly printed: { printer: string; paper: number | 'a4'; lengthMm: number }[];
  };
  /** Free bytes of every drive. */
  readonly disk: { free: number };
  /** What another program has copied. */
  readonly clipboard: { text: string };
  /** What was said on the desktop. */
  readonly alerts: { title: string; body: string; complaintId: string }[];
  /** The screens of the PC, and on which the customer's window is open (undefined = closed). */
  readonly customer: { screens: Screen[]; openOn: number | null | undefined };
  /** The screens, keys and other programs around the counter's window. */
  readonly desktop: Desktop;
  /** Time passes by `advance`; setting `now` is what somebody does to the PC's clock. */
  readonly clock: {
    now: Instant;
    readonly steady: number;
    advance: (ms: number) => void;
    advanceDays: (days: number) => void;
  };
  readonly raw: () => SQLite.Database;
  /** A fresh request id, as the window makes one for each attempt. */
  readonly request: () => string;
  readonly people: People;
  /** From now on one of this role is at the counter, signed in by PIN. */
  readonly as: People['as'];
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
  /** What a Shuke before has left, and what stays behind; a temporary folder unless told. */
  readonly userData?: string;
  /** Does the long work; threads of prepared entries unless told (`HERE`: without). */
  readonly startWorker?: Outside['startWorker'];
  /** Reads files that somebody has chosen; a process of its own unless told, prepared with `exchange-job`. */
  readonly startReader?: StartReader;
  /** Hears what main reports, beside `reported`: the real log, for instance. */
  readonly report?: (what: string, error: unknown) => void;
}

export async function aShop(options: ShopOptions = {}): Promise<TestShop> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'shuke-test-'));
  const clock = {
    now: instant(Date.parse(options.now ?? '2026-05-18T04:00:00Z')),
    steady: 0,
    advance: (ms: number) => {
      clock.now = instant(clock.now + ms);
      clock.steady += ms;
    },
    advanceDays: (days: number) => clock.advance(days * DAY_MS),
  };
  const events: ShukeEvent[] = [];
  const reported: string[] = [];
  const dialogs: TestShop['dialogs'] = { file: null, folder: null, save: null };
  const paper: TestShop['paper'] = { printers: [], refusal: null, printed: [] };
  const disk: TestShop['disk'] = { free: 100 * 2 ** 30 };
  const clipboard = { text: '' };
  const alerts: TestShop['alerts'] = [];
  const customer: TestShop['customer'] = { screens: [], openOn: undefined };
  const desktop = aDesktop();
  const zone = options.zone ?? 'Asia/Shanghai';
  const report = (what: string, error: unknown): string => {
    options.report?.(what, error);
    const told = error instanceof ToldFault ? `${error.words}\n` : '';
    reported.push(
      `${what}: ${told}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return 'TEST';
  };
  const main = composeMain({
    userData,
    version: '0.0.0',
    systemLocale: 'zh-CN',
    systemZone: zone,
    sources: { clock: () => clock.now, steady: () => clock.steady, newId: uuidv7, pinCost: CHEAP_PIN },
    keystore: { pepper: () => null },
    callRate: null,
    dialogs: {
      openFile: async () => dialogs.file,
      chooseFolder: async () => dialogs.folder,
      saveFile: async () => dialogs.save,
      showInFolder: () => undefined,
      quit: () => undefined,
    },
    printing: {
      printers: async () => paper.printers.map((name) => ({ name, label: name })),
      print: async (page) => {
        if (paper.refusal === null) paper.printed.push(page);
        return paper.refusal;
      },
      pdf: async (page) => new TextEncoder().encode(`%PDF ${page.paper} x ${page.lengthMm}`),
    },
    freeBytes: () => disk.free,
    clipboardText: async () => clipboard.text,
    customerWindow: {
      screens: () => customer.screens,
      isOpen: () => customer.openOn !== undefined,
      open: (screenId) => {
        customer.openOn = screenId;
      },
      close: () => {
        customer.openOn = undefined;
      },
    },
    frame: desktop.frame,
    hotkeys: desktop.hotkeys,
    startup: desktop.startup,
    alerts: { show: (alert) => void alerts.push(alert) },
    emit: (event) => events.push(event),
    report,
    reportCall: report,
    startWorker: options.startWorker ?? startPrepared,
    startReader: options.startReader ?? startPreparedReader,
  });
  const client: Client<typeof contract> = createClient(contract, main.route, (need) => people.approve(need));
  const people = peopleOf(() => client);
  await main.start();
  if (options.open !== false)
    await client.settings.createStore({ name: '街角小店', zone, owner: { name: '店主', pin: null } });

  const shop: TestShop = {
    main,
    client,
    userData,
    events,
    reported,
    dialogs,
    paper,
    disk,
    clipboard,
    alerts,
    customer,
    desktop,
    clock,
    raw: () => main.app.session.shop().opened.raw,
    request: uuidv7,
    people,
    as: people.as,
    member: (name, details = {}) => signUp(shop, name, details),
    close: async () => {
      await main.stop();
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
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
