import { existsSync, readFileSync } from 'node:fs';

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
    this.last = [{ file, found }, ...others].slice(0, REMEMBERED);
  }
}

/** All of a store that nobody has open; null where a log beside it says more. */
export const bytesOfStore = (path: string): Buffer | null =>
  existsSync(`${path}-wal`) ? null : readFileSync(path);
