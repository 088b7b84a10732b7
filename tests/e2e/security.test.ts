import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launchTarget, oneForAll, type Shuke, test } from './support/launch';

/** Each test leaves the window as it has found it. */
const shared = oneForAll((shuke) => Promise.resolve(shuke));

/** Everything the page must not be able to do is tried in the real page, and what it is told is read. */
test.describe('the window', () => {
  test('runs its page in the sandbox of the operating system, wherever there is one', async () => {
    const { sandboxed } = launchTarget();
    const seen = await shared().app.evaluate(({ app: electron, BrowserWindow }) => ({
      off: electron.commandLine.hasSwitch('no-sandbox'),
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    }));
    expect(seen.off).toBe(!sandboxed);
    if (process.platform !== 'linux' || !sandboxed) return;
    const status = readFileSync(`/proc/${seen.page}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\s+2$/m); // a filter on system calls
    expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m); // its own process namespace
  });

  test('has no more power than a page needs', async () => {
    const { app, page } = shared();
    const preferences = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Undocumented, therefore untyped: what Electron has made of our wishes, as its own tests read it.
        const { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag } = (
          contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences();
        return { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag };
      }),
    );
    expect(preferences).toEqual([
      { contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false, webviewTag: false },
    ]);

    const reach = await page.evaluate(() => ({
      strangers: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.shuke).sort(),
      frozen: Object.isFrozen(window.shuke),
      storage: { local: localStorage.length, session: sessionStorage.length, cookie: document.cookie },
    }));
    expect(reach).toEqual({
      strangers: [],
      bridge: ['invoke', 'onEvent'],
      frozen: true,
      storage: { local: 0, session: 0, cookie: '' },
    });
    const replaced = await page.evaluate(() => {
      const mine = () => Promise.resolve({ ok: true, value: 'mine' } as const);
      const before = window.shuke.invoke;
      try {
        Object.assign(window.shuke, { invoke: mine });
      } catch {}
      try {
        Object.assign(window, { shuke: { invoke: mine } });
      } catch {}
      return window.shuke.invoke !== before;
    });
    expect(replaced).toBe(false);
  });

  test('goes nowhere else, opens nothing, and downloads nothing', async () => {
    const shuke = shared();
    const { app, page } = shuke;
    // Ours were the first listeners; these see what they have decided.
    const decided = await app.evaluateHandle(({ session, webContents }) => {
      const seen: { navigation: boolean[]; download: boolean[] } = { navigation: [], download: [] };
      webContents.getAllWebContents()[0]?.on('will-navigate', (event) => {
        seen.navigation.push(event.defaultPrevented);
      });
      session.defaultSession.on('will-download', (event) => {
        seen.download.push(event.defaultPrevented);
      });
      return seen;
    });
    const elsewhere = ['https://example.com/', 'app://other/index.html', 'data:text/html,<p>mine'];
    for (const [at, address] of elsewhere.entries()) {
      await page.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
      // A refused navigation ends before it begins: the page only stays where it is.
      if (at < 2) await expect.poll(() => decided.evaluate((seen) => seen.navigation)).toHaveLength(at + 1);
    }
    expect(await decided.evaluate((seen) => seen.navigation)).not.toContain(false);
    expect(page.url()).toMatch(/^app:\/\/shuke\/index\.html/);

    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    expect(await page.evaluate(() => window.open('app://shuke/index.html') === null)).toBe(true);
    expect(app.windows()).toHaveLength(1);

    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['list of all members']));
      link.download = 'members.csv';
      link.click();
    });
    await expect.poll(() => decided.evaluate((seen) => seen.download)).toEqual([true]);
    expectOnlyRefusals(shuke, /Not allowed to (load local resource|navigate top frame to data URL)/);
  });

  test('reaches no network, runs no foreign script, and cannot read files beside its own', async () => {
    const shuke = shared();
    const { app, page } = shuke;
    const blocked = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        broken.push(effectiveDirective),
      );
      const fails = async (run: () => unknown) => {
        try {
          await run();
          return false;
        } catch {
          return true;
        }
      };
      // In a task of the page's own: what a debugger evaluates is free of this rule.
      const later = <T>(run: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(run())));
      const outcome = {
        fetch: await fails(() => fetch('https://example.com/')),
        beacon: await fails(() =>
          fetch('http://127.0.0.1:9/', { method: 'POST', mode: 'no-cors', body: 'x' }),
        ),
        textAsCode: await later(() => fails(() => new Function('return 1')())),
        markup: await fails(() => {
          document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>';
        }),
        document: await fails(() => document.write('<p>mine</p>')),
        scriptAddress: await fails(() => {
          document.createElement('script').src = 'https://example.com/x.js';
        }),
        secondPolicy: await fails(() => {
          const { trustedTypes } = window as unknown as {
            trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
          };
          trustedTypes.createPolicy('default', { createHTML: (text: string) => text });
        }),
      };
      const image = new Image();
      const imageFailed = new Promise<boolean>((resolve) => {
        image.onerror = () => resolve(true);
        image.onload = () => resolve(false);
      });
      image.src = 'https://example.com/leak.png?phone=13800000000';
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const bridgeInFrame = frame.contentWindow !== null && 'shuke' in frame.contentWindow;
      frame.remove();
      return { ...outcome, image: await imageFailed, bridgeInFrame, broken: [...new Set(broken)].sort() };
    });
    expect(blocked).toEqual({
      fetch: true,
      beacon: true,
      textAsCode: true,
      markup: true,
      document: true,
      scriptAddress: true,
      secondPolicy: true,
      image: true,
      bridgeInFrame: false,
      broken: expect.arrayContaining(['connect-src', 'img-src']),
    });

    const files = await page.evaluate(async (paths) => {
      const found: string[] = [];
      for (const path of paths) {
        const answer = await fetch(path);
        if (answer.status !== 404) found.push(`${path} ${answer.status}`);
      }
      return found;
    }, BESIDE);
    expect(files).toEqual([]);

    // Even where the page's own policy has no say, the session lets nothing out.
    const beyond = await app.evaluate(({ session }) =>
      session.defaultSession.fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(beyond).toContain('ERR_BLOCKED_BY_CLIENT');
    expectOnlyRefusals(shuke, /Refused to|violates the following|TrustedHTML|Failed to load resource/);
  });

  test('gets a policy that names every directive, with a fresh nonce each time', async () => {
    const { page } = shared();
    const read = () =>
      page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? '');
    const [first, second] = [await read(), await read()];
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]) {
      expect(first).toContain(part);
    }
    const nonce = /'nonce-([\w+/=]{20,})'/;
    expect(first).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(nonce.exec(first)?.[1]).not.toBe(nonce.exec(second)?.[1]);
  });

  test('keeps the compiled code of its own files for the next start, and nothing else', async () => {
    const { page, userData } = shared();
    // Chromium keeps what it has met before.
    for (const _ of [1, 2]) await page.reload({ waitUntil: 'load' });
    const folder = join(userData, 'Code Cache', 'js');
    const kept = () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'index')
        .map((entry) => readFileSync(join(folder, entry.name)));
    // Chromium writes a file after it has made it: until then nothing says whose code it is.
    await expect(() => {
      const files = kept();
      expect(Math.max(0, ...files.map(({ length }) => length))).toBeGreaterThan(100_000);
      for (const file of files)
        expect(/app:\/\/[^\0\s]{1,80}?\.js/.exec(file.toString('latin1'))?.[0]).toMatch(
          /^app:\/\/shuke\/assets\/[\w.-]+\.js$/,
        );
    }).toPass({ timeout: 30_000 });
  });
});

test.describe('the bridge', () => {
  test('answers the main frame of the one window and nobody else', async () => {
    const shuke = shared();
    const { app, page } = shuke;
    const opening = app.waitForEvent('window');
    await app.evaluate(async ({ app: electron, BrowserWindow }) => {
      const preload = `${electron.getAppPath()}/out/preload/index.cjs`;
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('app://shuke/assets/none.css');
    });
    const second = await opening;
    const stranger = await second.evaluate(() =>
      window.shuke.invoke('settings.store', { input: {} }).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(stranger).toContain('unknown sender');
    await second.close();
    expectOnlyRefusals(shuke, /status of 404/);
    expect(await invoke(page, 'settings.store', { input: {} })).toMatchObject({ ok: true });
  });

  test('answers hostile channel names and inputs with a fault that tells nothing', async () => {
    const { page } = shared();
    const answers = await page.evaluate(async () => {
      const names: unknown[] = [
        ...['', ' ', '.', '..', 'constructor', '__proto__', 'toString', 'settings', 'settings.', '.store'],
        ...['members.constructor', 'members.__proto__', 'members.hasOwnProperty', '__proto__.store'],
        ...[
          'SETTINGS.store',
          'settings.store ',
          'settings.store\0',
          'settings/store',
          'settings.store.value',
        ],
        ...['x'.repeat(1_000_000), '设置.店铺', '\u202esettings.store'],
        ...[null, undefined, 0, Number.NaN, true, 10n, [], ['settings', 'store'], {}, new Date(), new Map()],
        ...[{ name: 'settings.store' }, new Uint8Array(8)],
      ];
      const deep: { inner?: object } = {};
      let at = deep;
      for (let level = 0; level < 200; level += 1) {
        at.inner = {};
        at = at.inner;
      }
      const store = { name: '店', zone: 'Asia/Shanghai', owner: { name: '店主', pin: null } };
      const inputs: [string, unknown][] = [
        ...[undefined, null, 1, 'text', [], {}, { input: null }, { input: 'x' }, deep].map(
          (payload) => ['settings.createStore', payload] as [string, unknown],
        ),
        ['settings.createStore', { input: { ...store, name: 'x'.repeat(61) } }],
        ['settings.createStore', { input: { ...store, name: ['店'] } }],
        ['settings.createStore', { input: { ...store, sample: true } }],
        ['settings.createStore', { input: { ...store, owner: { name: '店主', pin: '1' } } }],
        ['settings.createStore', { input: { ...store, owner: { name: '店主', pin: null, role: 'owner' } } }],
        ['settings.setPreferences', { input: { locale: 'fr', theme: 'auto' } }],
        ['members.lookup', { input: { text: 'x'.repeat(65) } }],
        ['members.lookup', { input: { text: 10n } }],
        ['members.card', { input: { memberId: "x' or 1=1 --" } }],
        ['purchases.record', { input: {} }],
        ['purchases.record', { requestId: 'not a uuid', input: {} }],
        ['exchange.showFile', { input: { path: '/etc/passwd' } }],
      ];
      const calls: [unknown, unknown][] = [
        ...names.map((name) => [name, { input: {} }] as [unknown, unknown]),
        ...inputs,
      ];
      return await Promise.all(
        calls.map(async ([channel, payload]) => ({
          asked: String(channel).slice(0, 30),
          answer: (await window.shuke.invoke(channel as string, payload)) as unknown,
        })),
      );
    });
    expect(answers.length).toBeGreaterThan(50);
    for (const { asked, answer } of answers) {
      if (asked === 'exchange.showFile') {
        expect(answer, asked).toMatchObject({ ok: false }); // a refusal or a fault, but no file manager
        continue;
      }
      expect(answer, asked).toEqual({
        ok: false,
        fault: {
          reference: expect.stringMatching(/^[0-9A-F]{6}$/),
          kind: expect.any(String),
        },
      });
    }
    const store = await invoke(page, 'settings.store', { input: {} });
    expect(store, 'none of it has made a store').toMatchObject({ ok: true, value: { state: 'none' } });
  });
});

const invoke = (page: Page, channel: string, payload: unknown): Promise<unknown> =>
  page.evaluate(([name, given]) => window.shuke.invoke(name, given), [channel, payload] as const);

/** Requests that a page could make for files that lie near its own, in every spelling. */
const BESIDE = [
  '/../main/index.js',
  '/..%2fmain/index.js',
  '/%2e%2e/main/index.js',
  '/assets/..%5c..%5cmain/index.js',
  '/assets/../../main/index.js',
  '/assets//../main/index.js',
  '/package.json',
  '/preload/index.cjs',
  '/index.html%00.js',
  '/assets/x.js.map',
];

/** The page's complaints about what it was denied are the proof; anything else is an error. */
function expectOnlyRefusals({ problems }: Shuke, expected: RegExp): void {
  expect(problems.splice(0).filter((problem) => !expected.test(problem))).toEqual([]);
}
