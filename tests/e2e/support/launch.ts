import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { pathsIn } from '../../../electron/main/paths';
import { LOG_FILE } from '../../../electron/main/support/log-tail';
import { begin } from './begin';

export { expect };

/** What global-setup.mjs found: who runs the app, and from where. */
interface LaunchTarget {
  readonly executable: string;
  readonly app: string;
  readonly args: readonly string[];
  readonly sandboxed: boolean;
  readonly env: Record<string, string>;
  /** The user the app runs as, when it is another one than ours. */
  readonly owner?: number;
  /** The folder of the sample store that was made for this run. */
  readonly sample: string;
}

/** What the system would say that it speaks. */
type SystemLocale = 'zh-CN' | 'en-US';

export interface LaunchOptions {
  /** Of an earlier launch, to see what a restart keeps. Default: a fresh one. */
  readonly userData?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: `zh-CN`. */
  readonly locale?: SystemLocale;
  /** Is shown the counter after its first store was made, as everybody is; else that lies behind them. */
  readonly takesTour?: boolean;
  /** Makes its sample store itself, as on a first start; else a copy of the run's own lies there. */
  readonly makesSample?: boolean;
}

export interface Shuke {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors on the console, uncaught errors of the page, and crashes, in the order they came. */
  readonly problems: string[];
  /** A folder that the app can write to, beside the user data. */
  readonly folder: (name: string) => string;
  /** A file that the app can read: what somebody has brought along and hands to an open dialog. Answers its path. */
  readonly give: (name: string, content: string | Uint8Array) => string;
  readonly close: () => Promise<void>;
}

export function launchTarget(): LaunchTarget {
  const told = process.env.SHUKE_E2E;
  if (told === undefined) throw new Error('SHUKE_E2E is missing: run with tests/e2e/playwright.config.ts');
  return JSON.parse(told) as LaunchTarget;
}

/** Opens Shuke in a real window and waits for its first page. */
export async function launchShuke(options: LaunchOptions = {}): Promise<Shuke> {
  const target = launchTarget();
  const room = options.userData === undefined ? makeRoom(target) : join(options.userData, '..');
  const userData = options.userData ?? ownedFolder(join(room, 'user-data'), target);
  const locale = options.locale ?? 'zh-CN';
  if (takesSample(options)) laySample(target.sample, join(userData, 'sample'), target);
  if (options.userData === undefined && options.takesTour !== true) leaveTourBehind(userData, target);
  const log = join(userData, 'logs', LOG_FILE);
  const app = await begin(log, {
    executablePath: target.executable,
    args: [...target.args, `--lang=${locale}`, target.app, ...(options.args ?? [])],
    env: { ...target.env, SHUKE_USER_DATA: userData, LANGUAGE: locale, ...options.env },
    cwd: tmpdir(),
    chromiumSandbox: target.sandboxed,
  });
  const problems: string[] = [];
  let stderr = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`));
    page.on('crash', () => problems.push('page: crashed'));
  };
  app.on('window', watch);
  const page = await counterOf(app);
  if (!app.windows().includes(page)) watch(page);
  await page.waitForLoadState('domcontentloaded');

  let closed = false;
  return {
    app,
    page,
    userData,
    problems,
    folder: (name) => ownedFolder(join(room, name), target),
    give(name, content) {
      const file = join(ownedFolder(join(room, 'given'), target), name);
      writeFileSync(file, content);
      if (target.owner !== undefined) chownSync(file, target.owner, target.owner);
      return file;
    },
    async close() {
      if (closed) return;
      closed = true;
      await app.close();
      await attachTrouble(problems, stderr, log);
    },
  };
}

/** With the customer's window open there are two, and either may come first. */
async function counterOf(app: ElectronApplication): Promise<Page> {
  const first = await app.firstWindow();
  await first.waitForURL(/^app:/);
  const isCounter = (page: Page) => page.url().includes('/index.html');
  if (isCounter(first)) return first;
  const other = app.windows().find((page) => page !== first) ?? (await app.waitForEvent('window'));
  await other.waitForURL(/^app:/);
  return other;
}

async function attachTrouble(problems: readonly string[], stderr: string, log: string): Promise<void> {
  const info = base.info();
  if (problems.length > 0) await info.attach('problems of the page', { body: problems.join('\n') });
  const failed = info.status !== info.expectedStatus || problems.length > 0;
  if (failed && stderr !== '') await info.attach('stderr of the main process', { body: stderr });
  if (failed && existsSync(log)) await info.attach('log of the main process', { body: readFileSync(log) });
}

function makeRoom(target: LaunchTarget): string {
  const room = mkdtempSync(join(tmpdir(), 'shuke-test-'));
  if (target.owner !== undefined) chownSync(room, target.owner, target.owner);
  rooms.push(room);
  return room;
}

function ownedFolder(path: string, target: LaunchTarget): string {
  mkdirSync(path, { recursive: true });
  if (target.owner !== undefined) chownSync(path, target.owner, target.owner);
  return path;
}

/** Whether the run's own sample store will do: elsewhere it has another zone. */
const takesSample = ({ userData, makesSample, env }: LaunchOptions): boolean =>
  userData === undefined && makesSample !== true && env?.TZ === undefined;

function laySample(sample: string, folder: string, target: LaunchTarget): void {
  cpSync(sample, ownedFolder(folder, target), { recursive: true });
  if (target.owner === undefined) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), target.owner, target.owner);
}

function leaveTourBehind(userData: string, target: LaunchTarget): void {
  const { preferences } = pathsIn(userData);
  writeFileSync(preferences, JSON.stringify({ tour: 'over' }));
  if (target.owner !== undefined) chownSync(preferences, target.owner, target.owner);
}

const rooms: string[] = [];

interface Fixtures {
  /** Like `launchShuke`, but closes every window at the end and fails the test on a page's errors. */
  readonly launch: (options?: LaunchOptions) => Promise<Shuke>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern to see what is used
  launch: async ({}, use, info) => {
    const opened: Shuke[] = [];
    await use(async (options) => {
      const shuke = await launchShuke(options);
      opened.push(shuke);
      return shuke;
    });
    const last = opened.at(-1);
    if (info.status !== info.expectedStatus && last && !last.page.isClosed()) {
      await info.attach('window', { body: await last.page.screenshot(), contentType: 'image/png' });
    }
    for (const shuke of opened) await shuke.close();
    removeRooms();
    expectNoProblems(opened);
  },
});

/** One Shuke for all tests of the file that calls this, one after the other; what the page complains of fails the test. */
export function oneForAll(): () => Shuke {
  let shared: Shuke;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    shared = await launchShuke();
  });
  test.afterEach(() => expectNoProblems([shared]));
  test.afterAll(async () => {
    await shared.close();
    removeRooms();
  });
  return () => shared;
}

function removeRooms(): void {
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true, maxRetries: 5 });
}

/** Each is told once. */
function expectNoProblems(opened: readonly Shuke[]): void {
  expect(
    opened.flatMap(({ problems }) => problems.splice(0)),
    'errors of the page',
  ).toEqual([]);
}
