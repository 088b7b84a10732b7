/** The longer side of a kept picture, in pixels. */
const LONGEST_SIDE = 1600;
/** Of a kept picture; main refuses more. */
const MOST_BYTES = 1_000_000;
/** Larger files are not opened at all: decoding one could take the memory of the till. */
export const MOST_FILE_BYTES = 40_000_000;
const QUALITIES = [0.85, 0.75, 0.6, 0.45] as const;

export type PhotoProblem = 'too_large_file' | 'unreadable';

/** Sides that fit into `LONGEST_SIDE`, in whole pixels; nothing is made larger than it was. */
export function fittedSides(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The picture alone, drawn anew: upright, at most 1600 pixels wide or high, a JPEG of at most 1 MB.
 * What the file said beside it (where, when, with which phone) cannot survive, for only pixels are
 * read (rules, "Complaints"). Refuses what the browser cannot draw.
 */
export async function asPlainJpeg(file: Blob): Promise<Uint8Array<ArrayBuffer> | PhotoProblem> {
  if (file.size > MOST_FILE_BYTES) return 'too_large_file';
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return 'unreadable';
  try {
    return await encoded(picture);
  } finally {
    picture.close();
  }
}

async function encoded(picture: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const fitted = fittedSides(picture.width, picture.height);
  for (let shrink = 1; ; shrink /= 2) {
    const canvas = drawn(picture, fitted.width * shrink, fitted.height * shrink);
    for (const quality of QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (jpeg.size <= MOST_BYTES) return new Uint8Array(await jpeg.arrayBuffer());
    }
  }
}

function drawn(picture: ImageBitmap, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas to draw on');
  // JPEG knows no transparency: what is see-through becomes paper, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The pictures among what was dropped or pasted. */
export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
