import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import log from 'electron-log/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from '../../electron/main/support/logging';
import { aShop, type TestShop } from '../support/shop';

log.transports.console.level = false;

const PINS = { owner: '739146', next: '508263', wrong: '604815' } as const;

let userData: string;
let shop: TestShop;
beforeEach(async () => {
  userData = mkdtempSync(join(tmpdir(), 'shuke-secrets-'));
  const { report } = openLog(join(userData, 'logs'));
  shop = await aShop({ userData, open: false, report });
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

/** The secret as it may stand in a file: as it is, without its dashes, in small letters, encoded, or merely hashed. */
function spellings(secret: string): ReadonlyMap<string, Buffer> {
  const spelt = new Map<string, Buffer>();
  for (const text of new Set([secret, secret.replaceAll('-', ''), secret.toLowerCase()])) {
    const bytes = Buffer.from(text);
    spelt.set(`${text} as UTF-16`, Buffer.from(text, 'utf16le'));
    spelt.set(`${text} as base64`, Buffer.from(bytes.toString('base64').replace(/=+$/, '')));
    spelt.set(`${text} as hex`, Buffer.from(bytes.toString('hex')));
    spelt.set(`${text} turned round`, Buffer.from([...text].reverse().join('')));
    for (const kind of ['md5', 'sha1', 'sha256', 'sha512'] as const) {
      const hash = createHash(kind).update(text).digest();
      spelt.set(`${kind} of ${text}`, hash);
      spelt.set(`${kind} of ${text} as hex`, Buffer.from(hash.toString('hex')));
      spelt.set(`${kind} of ${text} as base64`, Buffer.from(hash.toString('base64').replace(/=+$/, '')));
    }
  }
  return spelt;
}

/** Six digits in a row also stand in random ids: what has an id's characters on both sides is one. */
const plainly = (secret: string) => new RegExp(`(?<![0-9a-f-]{4})${secret}|${secret}(?![0-9a-f-]{4})`, 'i');

function found(secrets: readonly string[]): string[] {
  const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    const text = bytes.toString('latin1');
    return secrets.flatMap((secret) => [
      ...(plainly(secret).test(text) ? [`${name}: ${secret}`] : []),
      ...[...spellings(secret)]
        .filter(([, spelt]) => bytes.includes(spelt))
        .map(([how]) => `${name}: ${how}`),
    ]);
  });
}

it('trust, PIN: neither a PIN, nor a wrong one, nor the recovery code stands in any file, open or closed', async () => {
  const { client } = shop;
  const owner = { name: '店主', pin: PINS.owner };
  const created = await client.settings.createStore({ name: '街角小店', zone: 'Asia/Shanghai', owner });
  const code = created.ok ? created.value.recoveryCode : null;
  if (code === null) throw new Error('the first PIN brings a code');
  const [boss] = (await client.staff.current({})).people;
  const staffId = boss?.id ?? '';
  await client.staff.lock({});
  expect(await client.staff.signIn({ staffId, pin: PINS.wrong })).toMatchObject({ ok: false });
  expect(await client.staff.signIn({ staffId, pin: PINS.owner })).toMatchObject({ ok: true });
  await client.staff.lock({});
  const again = await client.staff.resetByRecoveryCode({ staffId, code, pin: PINS.next });
  expect(again).toMatchObject({ ok: true });
  const secrets = [...Object.values(PINS), code];
  expect(found(secrets)).toEqual([]);
  await shop.main.stop();
  expect(found(secrets)).toEqual([]);
});

it('the search would find them', async () => {
  await shop.client.settings.createStore({
    ...{ name: '街角小店', zone: 'Asia/Shanghai', owner: { name: `店主 ${PINS.owner}`, pin: null } },
  });
  expect(found([PINS.owner]).length).toBeGreaterThan(0);
  await shop.main.stop();
});
