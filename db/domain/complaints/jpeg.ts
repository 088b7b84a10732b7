/** A picture and nothing else. */
export interface Picture {
  readonly jpeg: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const ADOBE = 0xee;

/** Huffman and arithmetic tables, quantisation, restart interval, number of lines. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);
/** Frames of every kind (SOF); 0xc4, 0xc8 and 0xcc among them are none. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Of several frames one over the other nobody could say how large the picture is: 0xde, 0xdf. */
const isHierarchical = (marker: number): boolean => marker === 0xde || marker === 0xdf;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** How long the two application segments are that a picture needs to be drawn right; a thumbnail comes after it. */
const JFIF_LENGTH = 14;
const ADOBE_LENGTH = 12;

/**
 * Copies of a JPEG what draws its picture: frame, tables, scans, and the two headers that say how its
 * colours are meant. Everything else is left behind, so that no place, no camera, no name, no thumbnail
 * of what was cut away and nothing behind its end is ever kept. Null when it is no JPEG, or not whole.
 */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const parts = bytes[0] === 0xff && bytes[1] === START ? partsOf(bytes) : null;
  if (parts === null || !parts.some(({ marker }) => marker === SCAN)) return null;
  const [frame, ...more] = parts.filter(({ marker }) => isFrame(marker));
  const size = frame === undefined || more.length > 0 ? undefined : sizeOf(frame.bytes);
  if (size === undefined) return null;
  return { jpeg: joined([MARKED_START, ...parts.flatMap(keptOf), MARKED_END]), ...size };
}

const MARKED_START = new Uint8Array([0xff, START]);
const MARKED_END = new Uint8Array([0xff, END]);

interface Part {
  readonly marker: number;
  /** Marker, length and what belongs to it; of a scan also the picture's data. */
  readonly bytes: Uint8Array;
}

/** Everything between start and end; null where anything else stands there. */
function partsOf(bytes: Uint8Array): Part[] | null {
  const parts: Part[] = [];
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1; // fill bytes
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return parts;
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return null;
    const after = at + segment.length;
    const end = marker === SCAN ? endOfScan(bytes, after) : after;
    parts.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
}

function keptOf({ marker, bytes }: Part): Uint8Array[] {
  if (isFrame(marker) || marker === SCAN || TABLES.has(marker)) return [bytes];
  if (marker === APP0) return header(bytes, 'JFIF\0', JFIF_LENGTH);
  return marker === ADOBE ? header(bytes, 'Adobe', ADOBE_LENGTH) : [];
}

/** A marker with its length and what belongs to it; undefined where a marker cannot have any, or it is cut off. */
function segmentAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  const marker = bytes[at + 1] ?? 0;
  if (marker < 0xc0 || marker === START || isRestart(marker) || isHierarchical(marker)) return undefined;
  const length = wordAt(bytes, at + 2);
  return length < 2 || at + 2 + length > bytes.length ? undefined : bytes.subarray(at, at + 2 + length);
}

function sizeOf(frame: Uint8Array): { width: number; height: number } | undefined {
  // Marker, length, bits, height, width: zero lines would be told after the scan, which no page writes.
  const height = wordAt(frame, 5);
  const width = wordAt(frame, 7);
  return frame.length < 10 || width === 0 || height === 0 ? undefined : { width, height };
}

/** The picture's data end at the first marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** A header under its name, cut to what it says of the picture; nothing where it has another name. */
function header(segment: Uint8Array, name: string, length: number): Uint8Array[] {
  const named = [...name].every((letter, place) => segment[4 + place] === letter.charCodeAt(0));
  if (!named || segment.length < 4 + length) return [];
  const kept = segment.slice(0, 4 + length);
  kept[2] = 0;
  kept[3] = length + 2;
  // The last two bytes of JFIF tell how large its thumbnail is, which is gone.
  if (name === 'JFIF\0') kept.fill(0, 4 + length - 2);
  return [kept];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
