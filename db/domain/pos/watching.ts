/** How the shop says that its till has ended a file. */
export const MARKERS = ['none', 'ok', 'done'] as const;
export type Marker = (typeof MARKERS)[number];

/** Whether the watched folder answers. */
export const POS_HEALTHS = [
  'off',
  /** The sample store watches nothing. */
  'sample',
  'paused',
  'watching',
  'reading',
  'folder_gone',
  'folder_unreadable',
  /** The clock of the PC stands a day or more before the last entry: nothing is booked until the owner has looked. */
  'clock_back',
  /** Something of our own went wrong; it is tried again after half a minute. */
  'failed',
] as const;
export type PosHealth = (typeof POS_HEALTHS)[number];

/** A file as it lies in the watched folder; `modifiedAt` in whole milliseconds. */
export interface SeenFile {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: number;
}

// What programs call a file that they are not done with.
const UNFINISHED = /^[.~]|~$|\.(tmp|temp|part|partial|crdownload|swp|lock|ok|done)$/i;

/** Whether the shop's pattern (`*.csv`, several set apart by `;`) names this file, and no program is still at it. */
export function isNamed(name: string, pattern: string): boolean {
  if (UNFINISHED.test(name)) return false;
  return pattern
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .some((one) => wildcard(one).test(name));
}

/** `*` is anything, `?` one character; Windows and tills do not tell capitals apart. */
function wildcard(pattern: string): RegExp {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${text}$`, 'iu');
}

/** Whether a file is whole by its marker, whose name is the file's with `.ok` or `.done` behind or instead of its end. */
export function isMarked(name: string, marker: Exclude<Marker, 'none'>, names: ReadonlySet<string>): boolean {
  return names.has(`${name}.${marker}`) || names.has(name.replace(/\.[^.]*$/, `.${marker}`));
}

interface Standing {
  readonly bytes: number;
  readonly modifiedAt: number;
  /** Of a clock that nobody can set. */
  readonly since: number;
}

/**
 * Tells files that are written from files that are being written: the same size and time at every look
 * for so long. A clock that nobody can set is asked, since the folder's own may be another PC's.
 */
export class Stillness {
  private standing = new Map<string, Standing>();

  /** The files that have stood still for `stillMs`, and when the next of the others may have. */
  look(
    files: readonly SeenFile[],
    stillMs: number,
    steady: number,
  ): { readonly still: readonly SeenFile[]; readonly nextIn: number | null } {
    const standing = new Map<string, Standing>();
    for (const { name, bytes, modifiedAt } of files) {
      const before = this.standing.get(name);
      const same = before?.bytes === bytes && before.modifiedAt === modifiedAt;
      standing.set(name, { bytes, modifiedAt, since: same ? before.since : steady });
    }
    this.standing = standing;
    const since = ({ name }: SeenFile) => standing.get(name)?.since ?? steady;
    const waits = files.map((file) => since(file) + stillMs - steady).filter((left) => left > 0);
    return {
      still: files.filter((file) => steady - since(file) >= stillMs),
      nextIn: waits.length === 0 ? null : Math.min(...waits),
    };
  }
}
