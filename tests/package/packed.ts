import { join } from 'node:path';

export interface Packed {
  /** dist/linux-unpacked, dist/win-unpacked or dist/mac. */
  readonly folder: string;
  readonly executable: string;
  readonly args: readonly string[];
  readonly electron: string;
}

/** What pack.mjs made. */
export function packed(): Packed {
  const told = process.env.SHUKE_PACKED;
  if (told === undefined) throw new Error('SHUKE_PACKED is missing: run with tests/package/vitest.config.ts');
  return JSON.parse(told) as Packed;
}

export function resourcesOf({ folder }: Packed): string {
  return process.platform === 'darwin'
    ? join(folder, 'Shuke.app', 'Contents', 'Resources')
    : join(folder, 'resources');
}

/** Where a person finds whose work this is. */
export function licencesOf({ folder }: Packed): string {
  return process.platform === 'darwin'
    ? join(folder, 'Shuke.app', 'Contents', 'licenses')
    : join(folder, 'licenses');
}
