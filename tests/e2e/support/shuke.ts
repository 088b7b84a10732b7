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
import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { pathsIn } from '../../../electron/main/paths';
import { LOG_FILE } from '../../../electron/main/support/log-tail';
import { begin } from './begin';

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
  /** Default: a copy of the run's own sample store lies there, wherever that will do. */
  readonly hasSample?: false;
  /** Is shown the counter after its first store was made, as everybody is; else that lies behind them. */
  readonly takesTour?: boolean;
}

export interface Shuke {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors on the console, uncaught errors of the page, and crashes, in the order they came. */
  readonly problems: string[];
  readonly folder: Room['folder'];
  readonly give: Room['give'];
  readonly close: () => Promise<void>;
  /** What there is to see of a test that went wrong: the window if it is there, and what was said behind it. */
  readonly attachTrouble: (to: TestInfo) => Promise<void>;
}

/** A folder for what belongs to one PC, and what its people have beside it. */
export interface Room {
  readonly path: string;
  /** A folder that the app can write to, beside the user data. */
  readonly folder: (name: string) => string;
  /** A file that the app can read: what somebody has brought along and hands to an open dialog. Answers its path. */
  readonly give: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
}

export function launchTarget(): LaunchTarget {
  const told = process.env.SHUKE_E2E;
  if (told === undefined) throw new Error('SHUKE_E2E is missing: run with tests/e2e/playwright.config.ts');
  return JSON.parse(told) as LaunchTarget;
}

/** Opens Shuke in a real window and waits for its first page. What it keeps lies in that room. */
export async function launchShuke(room: Room, options: LaunchOptions = {}): Promise<Shuke> {
  const target = launchTarget();
  const userData = options.userData ?? room.folder('user-data');
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
    folder: room.folder,
    give: room.give,
    async close() {
      if (closed) return;
      closed = true;
      await app.close();
    },
    async attachTrouble(to) {
      if (!page.isClosed())
        await to.attach('window', { body: await page.screenshot(), contentType: 'image/png' });
      if (problems.length > 0) await to.attach('problems of the page', { body: problems.join('\n') });
      if (stderr !== '') await to.attach('stderr of the main process', { body: stderr });
      if (existsSync(log)) await to.attach('log of the main process', { body: readFileSync(log) });
    },
  };
}

/** Asks main as the page's own scripts do. */
export async function ask<T = unknown>(page: Page, channel: string, input: object = {}): Promise<T> {
  const answer = await page.evaluate(
    ([name, given]) => window.shuke.invoke(name, { requestId: crypto.randomUUID(), input: given }),
    [channel, input] as const,
  );
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
  return answer.value as T;
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

export function makeRoom(): Room {
  const target = launchTarget();
  const path = mkdtempSync(join(tmpdir(), 'shuke-test-'));
  if (target.owner !== undefined) chownSync(path, target.owner, target.owner);
  return roomAt(path);
}

export function roomAt(path: string): Room {
  const target = launchTarget();
  const folder = (name: string) => ownedFolder(join(path, name), target);
  return {
    path,
    folder,
    give(name, content) {
      const file = join(folder('given'), name);
      writeFileSync(file, content);
      if (target.owner !== undefined) chownSync(file, target.owner, target.owner);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function ownedFolder(path: string, target: LaunchTarget): string {
  mkdirSync(path, { recursive: true });
  if (target.owner !== undefined) chownSync(path, target.owner, target.owner);
  return path;
}

/** Whether the run's own sample store will do: elsewhere it has another zone. */
const takesSample = ({ userData, hasSample, env }: LaunchOptions): boolean =>
  userData === undefined && hasSample !== false && env?.TZ === undefined;

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
