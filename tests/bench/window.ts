import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

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

/** The app as a person starts it, with a debugging port through which its page is read afterwards. */
export function start(
  runtime: Runtime,
  userData: string,
): { readonly child: ChildProcess; readonly port: Promise<number> } {
  const child = spawn(
    runtime.electronRuntime().executable,
    [...runtime.launchArgs(), '--remote-debugging-port=0', project],
    { env: { ...runtime.runtimeEnv(), SHUKE_USER_DATA: userData }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = new Promise<number>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', () => reject(new Error(`the app ended early:\n${said}`)));
  });
  return { child, port };
}

/** Evaluates in the page once it is there; asks again until the answer is no null. */
export async function readPage<T>(port: number, expression: string): Promise<T> {
  const socket = new WebSocket(await pageAddress(port));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  try {
    for (let id = 1; ; id += 1) {
      const answer = new Promise<T | null>((resolve) => {
        const listen = ({ data }: MessageEvent) => {
          const said = JSON.parse(String(data)) as {
            id?: number;
            result?: { result?: { value?: T | null } };
          };
          if (said.id !== id) return;
          socket.removeEventListener('message', listen);
          resolve(said.result?.result?.value ?? null);
        };
        socket.addEventListener('message', listen);
      });
      socket.send(
        JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }),
      );
      const value = await answer;
      if (value !== null) return value;
      await pause();
    }
  } finally {
    socket.close();
  }
}

async function pageAddress(port: number): Promise<string> {
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
