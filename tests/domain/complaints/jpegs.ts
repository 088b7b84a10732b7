/** JPEGs byte by byte, as far as their segments go; no eye could see them. */

type Bytes = readonly number[];

/** A marker with its length and what belongs to it. */
export function segment(marker: number, data: Bytes): Bytes {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...data];
}

export const frame = (width: number, height: number): Bytes =>
  segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);

/** One scan and its data. */
export const scan = (data: Bytes): Bytes => [...segment(0xda, [1, 1, 0, 0, 63, 0]), ...data];

export const joined = (parts: readonly Bytes[]): Uint8Array => new Uint8Array(parts.flat());

/** A whole one of 4 x 3 pixels, unless told otherwise. */
export function aJpeg(
  told: {
    readonly width?: number;
    readonly height?: number;
    readonly before?: readonly Bytes[];
    readonly data?: Bytes;
  } = {},
): Uint8Array {
  return joined([
    [0xff, 0xd8],
    ...(told.before ?? []),
    frame(told.width ?? 4, told.height ?? 3),
    scan(told.data ?? [1, 2, 3]),
    [0xff, 0xd9],
  ]);
}

/** The markers of a file, one after the other: what stands in a scan is jumped over. */
export function headerOf(jpeg: Uint8Array): number[] {
  const markers: number[] = [];
  let at = 2;
  while (at + 1 < jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 1;
      continue;
    }
    markers.push(marker);
    at += marker === 0xd9 ? 2 : 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0);
  }
  return markers;
}
