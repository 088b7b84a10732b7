import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../../electron/main/paths';
import { aJpeg, segment } from '../../domain/complaints/jpegs';
import { aShop, type TestShop } from '../../support/shop';
import { logged } from './logging';

let shop: TestShop;
let complaintId: string;
beforeEach(async () => {
  shop = await aShop();
  complaintId = (await logged(shop)).complaintId;
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const folder = () => join(dirname(pathsIn(shop.userData).store), 'photos');
const add = (jpeg: Uint8Array<ArrayBuffer>) =>
  shop.client.complaints.addPhoto(shop.request(), { complaintId, jpeg });
const bytes = (jpeg: Uint8Array) => new Uint8Array(jpeg);
const photo = (width: number) => bytes(aJpeg({ width }));

async function kept(jpeg: Uint8Array<ArrayBuffer>): Promise<string> {
  const outcome = await add(jpeg);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.photoId;
}

describe('photos of a complaint', () => {
  it('S71 lie in the store’s folder under their hash, without the place that the page sent with them', async () => {
    const place = segment(0xe1, [...new TextEncoder().encode('Exif\0\0GPS 31.23')]);
    const photoId = await kept(bytes(aJpeg({ width: 640, height: 480, before: [place] })));
    const clean = aJpeg({ width: 640, height: 480 });
    const name = `${createHash('sha256').update(clean).digest('hex')}.jpg`;
    expect(readdirSync(folder())).toEqual([name]);
    expect(new Uint8Array(readFileSync(join(folder(), name)))).toEqual(clean);
    expect((await shop.client.complaints.photo({ photoId }))?.jpeg).toEqual(clean);
    const detail = await shop.client.complaints.detail({ complaintId });
    expect(detail?.photos).toMatchObject([{ id: photoId, width: 640, height: 480, staffName: '店主' }]);
    expect(detail?.timeline.at(-1)).toMatchObject({ kind: 'photo' });
  });

  it('are kept once, however often the same one is sent', async () => {
    const first = await kept(photo(100));
    expect(await kept(photo(100))).toBe(first);
    expect((await shop.client.complaints.detail({ complaintId }))?.photos).toHaveLength(1);
  });

  it('are eight at most, and JPEGs', async () => {
    for (let width = 1; width <= 8; width += 1) await kept(photo(width));
    expect(await add(photo(9))).toEqual({
      ok: false,
      refusal: { code: 'too_many_photos', params: { most: 8 } },
    });
    complaintId = (await logged(shop)).complaintId;
    expect(await add(new Uint8Array([1, 2, 3]))).toMatchObject({ refusal: { code: 'not_a_photo' } });
    expect(readdirSync(folder())).toHaveLength(8);
  });

  it('are none where the file is gone or is another one, and can be sent again', async () => {
    const photoId = await kept(photo(5));
    const [name = ''] = readdirSync(folder());
    writeFileSync(join(folder(), name), 'torn');
    expect(await shop.client.complaints.photo({ photoId })).toBeNull();
    const whole = bytes(photo(5));
    writeFileSync(join(folder(), name), whole.fill(0)); // as long as it was
    expect(await kept(photo(5))).toBe(photoId);
    expect((await shop.client.complaints.photo({ photoId }))?.jpeg).toEqual(photo(5));
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    expect(await shop.client.complaints.photo({ photoId })).toBeNull();
    rmSync(folder());
    expect(await shop.client.complaints.photo({ photoId })).toBeNull();
    expect(await kept(photo(5))).toBe(photoId);
    expect(await shop.client.complaints.photo({ photoId })).not.toBeNull();
  });

  it('leave no row where the folder takes none', async () => {
    mkdirSync(dirname(folder()), { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    expect(await add(photo(5))).toEqual({ ok: false, refusal: { code: 'folder_unwritable', params: {} } });
    expect((await shop.client.complaints.detail({ complaintId }))?.photos).toEqual([]);
  });
});
