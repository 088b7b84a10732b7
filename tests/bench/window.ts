import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from './devtools';

interface Runtime {
  readonly electronRuntime: () => { kind: 'official' | 'registry'; executable: string; version: string };
  readonly launchArgs: () => string[];
  readonly runtimeEnv: () => Record<string, string>;
  readonly ensureDisplay: () => Promise<{ virtual: boolean; stop: () => void }>;
}
interface Build {
  readonly ensureBuilt: () => Promise<boolean>;
}

/** The project's folder: where benchmarks run. */
export const project = process.cwd();
// These find the project by where they lie, so they stay outside the bundle of a benchmark.
const setup = (name: string): Promise<unknown> =>
  import(pathToFileURL(join(project, 'electron', 'setup', name)).href);

export async function openGround(): Promise<{
  readonly runtime: Runtime;
  readonly named: string;
  readonly stop: () => void;
}> {
  const runtime = (await setup('runtime.mjs')) as Runtime;
  await ((await setup('build.mjs')) as Build).ensureBuilt();
  const display = await runtime.ensureDisplay();
  const { kind, version } = runtime.electronRuntime();
  return {
    runtime,
    named: `Electron ${version} (${kind}), ${display.virtual ? 'a virtual display' : 'a real display'}`,
    stop: display.stop,
  };
}

/** An app as a person starts it, with ports through which its page and its main process are read afterwards. */
export function start(
  runtime: Runtime,
  userData: string,
  app = project,
): { readonly child: ChildProcess; readonly port: Promise<number>; readonly main: Promise<string> } {
  const child = spawn(
    runtime.electronRuntime().executable,
    ['--inspect=0', ...runtime.launchArgs(), '--remote-debugging-port=0', app],
    { env: { ...runtime.runtimeEnv(), SHUKE_USER_DATA: userData }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  const heard = (line: RegExp) =>
    new Promise<string>((resolve, reject) => {
      child.stderr?.on('data', () => {
        const found = line.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`the app ended early:\n${said}`)));
    });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const main = heard(/Debugger listening on (ws:\S+)/);
  const port = heard(/DevTools listening on ws:\/\/[^:]+:(\d+)/).then(Number);
  // Whoever needs only one of them is not told that the other never came.
  main.catch(() => undefined);
  port.catch(() => undefined);
  return { child, port, main };
}

/** Evaluates in the page once it is there; asks again until the answer is no null. */
export async function readPage<T>(port: number, expression: string): Promise<T> {
  const page = await inspect(await pageAddress(port));
  try {
    for (;;) {
      const value = await page.evaluate<T | null>(expression);
      if (value !== null) return value;
      await pause();
    }
  } finally {
    page.close();
  }
}

/** Where the counter's page is read. */
export async function pageAddress(port: number): Promise<string> {
  for (;;) {
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string;
      url: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = pages.find(({ type, url }) => type === 'page' && url.startsWith('app://'));
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await pause();
  }
}

/** Long enough not to disturb what is measured. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** Ends the app as the system does, and waits for it: the next start finds the store closed. */
export async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
