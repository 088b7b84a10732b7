import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Instant, instant } from '../domain/units';
import { namesIn } from './folder';

/**
 * Where stores go that another was put in the place of. `before-restore` worked, so it can come back,
 * and goes after a month; `damaged` is never deleted by Shuke.
 */
const ASIDES = ['before-restore', 'damaged'] as const;
export type AsideKind = (typeof ASIDES)[number];

const KEPT_MS = 30 * 86_400_000;
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?$/;

export interface Aside {
  readonly kind: AsideKind;
  readonly folder: string;
  /** The store's file in it. */
  readonly path: string;
  readonly at: Instant;
  readonly bytes: number;
}

export const asideHome = (storePath: string, kind: AsideKind): string => join(dirname(storePath), kind);

/** A folder that is not there yet. */
export function newAside(storePath: string, kind: AsideKind, at: Instant): string {
  const home = asideHome(storePath, kind);
  const taken = new Set(namesIn(home));
  const name = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  let free = name;
  for (let again = 2; taken.has(free); again++) free = `${name}-${again}`;
  return join(home, free);
}

/** Everything that was put aside, newest first. */
export function asidesOf(storePath: string): Aside[] {
  const found = ASIDES.flatMap((kind) =>
    namesIn(asideHome(storePath, kind)).flatMap((name): Aside[] => {
      const parts = NAME.exec(name);
      const folder = join(asideHome(storePath, kind), name);
      const path = join(folder, basename(storePath));
      const file = statSync(path, { throwIfNoEntry: false });
      if (parts === null || file === undefined) return [];
      const [, year = '', month = '', day = '', ...time] = parts;
      const at = instant(Date.parse(`${year}-${month}-${day}T${time.slice(0, 3).join(':')}Z`));
      return [{ kind, folder, path, at, bytes: file.size }];
    }),
  );
  return found.sort((a, b) => b.at - a.at);
}

/** When a store that was put aside goes by itself; null = never. */
export const asideGoesBy = ({ kind, at }: Aside): Instant | null =>
  kind === 'damaged' ? null : instant(at + KEPT_MS);

/** Lets go of stores that worked, a month after another took their place. */
export function pruneAsides(storePath: string, now: Instant): void {
  for (const aside of asidesOf(storePath)) {
    const goesBy = asideGoesBy(aside);
    if (goesBy !== null && goesBy <= now) rmSync(aside.folder, { recursive: true, force: true });
  }
}
