import { pictureOf } from '@domain/complaints/jpeg';
import { decidePhoto, MOST_PHOTO_BYTES, MOST_PHOTOS } from '@domain/complaints/photo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aJpeg, frame, headerOf, joined, scan, segment } from './jpegs';

const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0));
const EXIF = segment(0xe1, [...text('Exif\0\0'), 1, 2, 3, ...text('GPS 31.23 121.47')]);
const XMP = segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'));
const JFIF = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);

describe('what is kept of a photo', () => {
  it('is frame, tables and scan with its size, and neither place nor camera nor comment', () => {
    const sent = joined([
      [0xff, 0xd8],
      JFIF,
      EXIF,
      XMP,
      segment(0xe2, text('ICC_PROFILE\0')),
      segment(0xed, text('Photoshop 3.0\0')),
      segment(0xfe, text('在店里拍的')),
      segment(0xdb, [0, 1, 2]),
      frame(640, 480),
      segment(0xc4, [0, 1]),
      scan([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
      [0xff, 0xd9],
      text('what a camera hides behind the end'),
    ]);
    const clean = joined([
      [0xff, 0xd8],
      JFIF,
      segment(0xdb, [0, 1, 2]),
      frame(640, 480),
      segment(0xc4, [0, 1]),
      scan([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
      [0xff, 0xd9],
    ]);
    expect(pictureOf(sent)).toEqual({ jpeg: clean, width: 640, height: 480 });
  });

  it('is not the thumbnail in its header either: it shows what was cut away', () => {
    const thumbnail = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
    const second = segment(0xe0, [...text('JFXX\0'), 0x10, 9, 9, 9]);
    const picture = pictureOf(aJpeg({ before: [thumbnail, second] }));
    expect(picture?.jpeg).toEqual(aJpeg({ before: [JFIF] }));
  });

  it('keeps what Adobe says of the colours, without what follows it', () => {
    const adobe = [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1];
    const picture = pictureOf(aJpeg({ before: [segment(0xee, [...adobe, ...text('and more')])] }));
    expect(picture?.jpeg).toEqual(aJpeg({ before: [segment(0xee, adobe)] }));
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['a page that calls itself a photo', new TextEncoder().encode('<html>')],
    ['one that is cut off', aJpeg().subarray(0, -2)],
    ['one without a picture', joined([[0xff, 0xd8], JFIF, [0xff, 0xd9]])],
    ['one without a scan', joined([[0xff, 0xd8], frame(1, 1), [0xff, 0xd9]])],
    ['one of no width', aJpeg({ width: 0 })],
    ['one of two sizes', aJpeg({ before: [frame(2, 2)] })],
    [
      'one that promises more than there is',
      joined([
        [0xff, 0xd8],
        [0xff, 0xe1, 0xff, 0xff, 1],
      ]),
    ],
  ])('%s is none', (_, bytes) => {
    expect(pictureOf(bytes)).toBeNull();
  });

  it('S71 is at most 8 photos of 1 MB and 4096 pixels a side', () => {
    expect(decidePhoto(aJpeg({ width: 4096, height: 1 }), MOST_PHOTOS - 1)).toMatchObject({ width: 4096 });
    expect(decidePhoto(aJpeg(), MOST_PHOTOS)).toMatchObject({ code: 'too_many_photos', params: { most: 8 } });
    const tooLarge = { code: 'photo_too_large', params: { maxBytes: 1_048_576, maxSide: 4096 } };
    expect(decidePhoto(aJpeg({ height: 4097 }), 0)).toMatchObject(tooLarge);
    expect(decidePhoto(new Uint8Array(MOST_PHOTO_BYTES + 1), 0)).toMatchObject(tooLarge);
    expect(decidePhoto(new Uint8Array([1, 2, 3]), 0)).toMatchObject({ code: 'not_a_photo' });
  });
});

describe('any soup of segments', () => {
  const payload = fc.uint8Array({ maxLength: 40 }).map((bytes) => [...bytes]);
  const anySegment = fc.oneof(
    fc.constantFrom(EXIF, XMP, JFIF, frame(8, 8)),
    fc.tuple(fc.integer({ min: 0, max: 255 }), payload).map(([marker, data]) => segment(marker, data)),
    payload.map((data) => scan(data)),
    payload, // no segment at all
  );
  const soup = fc
    .array(anySegment, { maxLength: 12 })
    .map((parts) => joined([[0xff, 0xd8], ...parts, [0xff, 0xd9]]));
  // Data that holds no marker of their own, so that what comes out can be taken apart again.
  const harmless = fc.array(fc.integer({ min: 0, max: 0xfe }), { maxLength: 40 });
  const whole = fc
    .array(
      fc.oneof(
        fc.constantFrom(EXIF, XMP, JFIF),
        harmless.map((data) => segment(0xfe, data)),
      ),
    )
    .chain((before) => harmless.map((data) => aJpeg({ before, data })));

  it('is read without a fault, and what comes out comes out the same again', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const picture = pictureOf(bytes);
        if (picture === null) return;
        expect(pictureOf(picture.jpeg)).toEqual(picture);
      }),
      { numRuns: 1000 },
    );
  });

  it('never lets a place through, and never loses the picture', () => {
    fc.assert(
      fc.property(whole, (bytes) => {
        const picture = pictureOf(bytes);
        if (picture === null) throw new Error('a whole JPEG was refused');
        expect(headerOf(picture.jpeg).filter((marker) => marker === 0xe1 || marker === 0xfe)).toEqual([]);
        expect(picture).toMatchObject({ width: 4, height: 3 });
      }),
    );
  });

  it('never lets a place through, whatever stands around it', () => {
    fc.assert(
      fc.property(soup, (bytes) => {
        const picture = pictureOf(bytes);
        if (picture !== null) expect(headerOf(picture.jpeg)).not.toContain(0xe1);
      }),
      { numRuns: 1000 },
    );
  });
});
