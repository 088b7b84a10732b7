import { readdir, stat, statfs } from 'node:fs/promises';
import { arch, cpus, freemem, platform, release, totalmem, uptime } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { StoreFigures } from '../../../db/support/figures';
import type { StoreView } from '../../contract/settings';
import type { Paths } from '../paths';
import { faultWords } from './fault-words';
import type { LogTail } from './log-tail';
import type { Timing } from './timings';

/** Everything that the support file tells, before it is put into words. */
export interface Gathered {
  readonly at: string;
  readonly zone: string;
  readonly program: readonly Fact[];
  readonly machine: readonly Fact[];
  readonly store: readonly Fact[];
  readonly safety: readonly Fact[];
  readonly figures: StoreFigures | { readonly unreadable: string };
  /** As `path: value`; empty without a store. */
  readonly rules: readonly string[];
  readonly files: readonly Fact[];
  readonly timings: readonly Timing[];
  readonly log: LogTail;
}

export type Fact = readonly [name: string, value: string | number | boolean | null];

export const programFacts = (version: string, locale: string): Fact[] => [
  ['shuke', version],
  ['electron', process.versions.electron ?? 'none'],
  ['chrome', process.versions.chrome ?? 'none'],
  ['node', process.versions.node],
  ['v8', process.versions.v8],
  ['language', locale],
];

export const machineFacts = (): Fact[] => [
  ['system', `${platform()} ${release()} ${arch()}`],
  ['processors', cpus().length],
  ['memory MB', Math.round(totalmem() / 1_048_576)],
  ['memory free MB', Math.round(freemem() / 1_048_576)],
  ['memory of Shuke MB', Math.round(process.memoryUsage().rss / 1_048_576)],
  ['system up hours', Math.round(uptime() / 3600)],
  ['Shuke up minutes', Math.round(process.uptime() / 60)],
];

/** Which store, and where below the user-data folder; what it is called stays out. */
export function storeFacts(view: StoreView, paths: Paths): Fact[] {
  const where = (path: string): Fact => ['file', shortPath(path, paths)];
  if (view.state === 'none') return [['state', 'none']];
  if (view.state === 'fault')
    return [['state', 'fault'], ['fault', view.fault], ['reference', view.reference], where(paths.store)];
  const { sample, practice, zone, dayStartHour } = view;
  const invented = practice ? paths.practice : paths.sample;
  return [
    ['state', 'open'],
    ['sample', sample],
    where(sample ? invented : paths.store),
    ['zone', zone],
    ['day starts at', dayStartHour],
  ];
}

/** Files beside the store by kind: how many and how large, never what they are called. */
export async function fileFacts(store: string): Promise<Fact[]> {
  const folder = dirname(store);
  const [disk, db, wal, photos] = await Promise.all([
    statfs(folder).then(
      ({ bavail, bsize }) => Math.floor((bavail * bsize) / 1_048_576),
      () => null,
    ),
    sizeOf(store),
    sizeOf(`${store}-wal`),
    folderFacts(join(folder, 'photos')),
  ]);
  return [
    ['disk free MB', disk],
    ['store bytes', db],
    ['log of the store bytes', wal],
    ['photos', photos],
  ];
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );

async function folderFacts(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  return `${sizes.length} (${sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)} bytes)`;
}

/** Below the user-data folder, or nothing at all of where else it lies. */
function shortPath(path: string, paths: Paths): string {
  const inside = relative(dirname(dirname(paths.store)), path);
  return inside.startsWith('..') ? '(elsewhere)' : inside.split(sep).join('/');
}

/** A part that cannot be read is told as a fault is, and the others are told all the same. */
export const orWhy = async <T>(read: Promise<T>): Promise<T | { readonly unreadable: string }> =>
  read.catch((error: unknown) => ({ unreadable: faultWords(error) }));
