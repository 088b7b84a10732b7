import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chances } from '../../support/member-rows';
import { Disk } from './disk';
import type { DiskCall } from './disk-log';
import { layOut } from './lay-out';
import { choiceOf, drawCut } from './power-cuts';
import type { Recording } from './record';

/** What lies on the disk when the power comes back, and what had been said before it went. */
export interface Moment {
  /** The folder `data` as it is now. */
  readonly data: string;
  /** The same for the same bytes of a file, by its path below `data`; undefined where there is none. */
  readonly markOf: (path: string) => string | undefined;
  readonly told: readonly unknown[];
  /** What would have been said next: it may be there already. */
  readonly coming: unknown;
  readonly chance: () => number;
}

export interface Verdict {
  /** What had been acknowledged and is not there. */
  readonly missing: readonly string[];
  /** What is there and may not be. */
  readonly wrong: readonly string[];
}

export interface Replayed {
  /** Disks that differ from one another, or in what had been said by then; each laid out and judged. */
  readonly states: number;
  readonly lost: number;
  readonly corrupt: number;
  readonly failures: readonly string[];
}

/** Only so many disks that fail are told one by one. */
const TOLD = 20;
/** Some moments leave the same disk as others; another round draws more, but not for ever. */
const ROUNDS = 20;

/** Cuts the power at `n` moments drawn from `seed`, lays out in `folder` what may then be on the disk, and has it judged. */
export async function replay(
  { calls, inode }: Recording,
  { n, seed, folder }: { n: number; seed: number; folder: string },
  judge: (moment: Moment) => Promise<Verdict>,
): Promise<Replayed> {
  const chance = chances(seed);
  const data = join(folder, 'data');
  const seen = new Set<string>();
  const found = { lost: 0, corrupt: 0, failures: [] as string[] };
  const said = calls.flatMap((call) => (call.kind === 'ack' ? [call.said] : []));
  for (let round = 0; seen.size < n && round < ROUNDS; round += 1) {
    const moments = drawMoments(calls, Math.ceil((n - seen.size) * 1.1), chance);
    const disk = new Disk([{ path: 'data', inode }]);
    let acks = 0;
    for (const [at, call] of calls.entries()) {
      disk.take(call);
      if (call.kind === 'ack') acks += 1;
      for (let times = moments.get(at) ?? 0; times > 0 && seen.size < n; times -= 1) {
        const cut = drawCut(chance);
        const { files, mark } = disk.image(choiceOf(cut, chance, at + 1));
        // The same disk after one more word owes more.
        const digest = createHash('sha1').update(`${acks} ${mark}`).digest('base64');
        if (seen.has(digest)) continue;
        seen.add(digest);
        layOut(files, folder);
        mkdirSync(data, { recursive: true });
        const markOf = (path: string) => files.get(join('data', path))?.mark;
        const verdict = await judge({ data, markOf, chance, told: said.slice(0, acks), coming: said[acks] });
        take(verdict, `call ${at + 1} of ${calls.length}, ${cut}`);
      }
    }
  }
  rmSync(folder, { recursive: true });
  return { states: seen.size, ...found };

  function take({ missing, wrong }: Verdict, where: string): void {
    if (missing.length > 0) found.lost += 1;
    if (wrong.length > 0) found.corrupt += 1;
    if (found.failures.length < TOLD)
      found.failures.push(...[...missing, ...wrong].map((what) => `${where}: ${what}`));
  }
}

/** Half of them anywhere, half where more than data changes: there the one or two calls lie on which all depends. */
function drawMoments(calls: readonly DiskCall[], n: number, chance: () => number): Map<number, number> {
  const turns = calls.flatMap(({ kind }, at) => (kind === 'write' ? [] : [at]));
  const moments = new Map<number, number>();
  for (let drawn = 0; drawn < n; drawn += 1) {
    const at =
      chance() < 0.5
        ? Math.floor(chance() * calls.length)
        : (turns[Math.floor(chance() * turns.length)] ?? 0);
    moments.set(at, (moments.get(at) ?? 0) + 1);
  }
  return moments;
}
