import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, protocol, type Session, session, type WebContents } from 'electron';

export const ORIGIN = 'app://shuke';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before ready: the custom scheme that serves the window, instead of `file://` with its reach. */
export function declareScheme(): void {
  // No fuse covers this switch: a remote debugger would be a second way into the window.
  if (app.isPackaged) app.commandLine.removeSwitch('remote-debugging-port');
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** After ready: serves `folder` at `app://shuke/`, with a fresh nonce per page, and nothing else. */
export function guardSession(folder: string): void {
  const only = session.defaultSession;
  only.protocol.handle('app', (request) => serve(folder, new URL(request.url)));
  denyEverythingElse(only);
}

/** Every web contents, however it came to be: no navigation, no new window, no webview. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

async function serve(folder: string, url: URL): Promise<Response> {
  const name = url.pathname === '/' ? '/index.html' : url.pathname;
  const type = TYPES[extname(name)];
  if (url.host !== 'shuke' || type === undefined || !/^\/(assets\/)?[\w.-]+$/.test(name))
    return new Response(null, { status: 404 });
  try {
    const body = await readFile(join(folder, name));
    if (!name.endsWith('.html')) return new Response(new Uint8Array(body), { headers: headers(type) });
    const nonce = randomBytes(16).toString('base64');
    const page = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
    return new Response(page, { headers: { ...headers(type), 'content-security-policy': policy(nonce) } });
  } catch {
    return new Response(null, { status: 404 });
  }
}

const headers = (type: string) => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Mantine and the virtual lists place elements by style attributes; those cannot load or run anything here.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function denyEverythingElse(only: Session): void {
  only.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  only.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  only.on('will-download', (event) => event.preventDefault());
  only.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${ORIGIN}/`) ||
      details.url.startsWith('blob:') ||
      details.url.startsWith('data:');
    answer({ cancel: !allowed && !details.url.startsWith('devtools:') });
  });
}
