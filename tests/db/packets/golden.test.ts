import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf } from './forged';
import { aFolder, HEAD, opened, reallyOpened, someRows, textOf, written } from './support';

/** Head office's key of the golden packets; it opens nothing else. */
const GOLDEN_IDENTITY = 'AGE-SECRET-KEY-176ERQJ5DJ4AGDNVLCA34Q4QG4JSECP8YVCQ59YW23RK4QFYGGQ3QXLZRP3';
const GOLDEN = join(import.meta.dirname, 'golden', 'version-1.shuke');

/** What version 1 wrote on the day that it was agreed on. It is never made anew. */
describe('exchange, Versions: golden file of version 1', () => {
  it('is read for ever', async () => {
    const path = join(aFolder(), 'packet.shuke');
    copyFileSync(GOLDEN, path);
    const packet = await reallyOpened(path, { identities: [GOLDEN_IDENTITY] });
    expect(packet.hash).toBe('5f1bacf0b4b5eb7240d92ec5e531d300346008283c801cf3d980936ef9c735d8');
    expect(packet.manifest).toMatchObject({ version: { major: 1, minor: 0 }, store: { name: '巷口茶铺' } });
    expect((await textOf(packet.lines('purchase'))).split('\n')[1]).toBe(
      '{"entry":4,"key":"p0","gone":true}',
    );
    await packet.close();
  });

  it('what is written today is the same, byte for byte, in every file of it', async () => {
    const golden = await partsOf(GOLDEN, GOLDEN_IDENTITY);
    const today = await partsOf((await written({ head: HEAD, rows: someRows() })).path);
    expect([...today.keys()]).toEqual([...golden.keys()]);
    for (const [name, content] of golden) expect(String(today.get(name)), name).toBe(String(content));
  });

  it('a bit of it flipped is told', async () => {
    const bytes = readFileSync(GOLDEN);
    expect(bytes.length).toBeLessThan(6000);
    expect(await opened(GOLDEN)).toMatchObject({ code: 'not_for_us' });
  });
});
