import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Moments come in their order, so what a disk holds is mostly what one of the last few held. */
const REMEMBERED = 8;

/** What was found out about files, by all of their bytes: of one that is the same it need not be found out again. */
export class Remembered<Found> {
  private last: readonly { readonly file: Buffer; readonly found: Found }[] = [];

  of(file: Buffer): Found | undefined {
    return this.last.find((one) => one.file.equals(file))?.found;
  }

  keep(file: Buffer, found: Found): void {
    const others = this.last.filter((one) => !one.file.equals(file));
    this.last = [{ file: Buffer.from(file), found }, ...others].slice(0, REMEMBERED);
  }
}

/** Thousands of files are read into the same place: asking for a megabyte each time costs more than filling it. */
let place = Buffer.alloc(2 ** 21);

/** All of a store that nobody has open, until the next is read; null where a log beside it says more. */
export function bytesOfStore(path: string): Buffer | null {
  if (existsSync(`${path}-wal`)) return null;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > place.length) place = Buffer.alloc(2 * size);
    return place.subarray(0, readSync(file, place, 0, size, 0));
  } finally {
    closeSync(file);
  }
}
