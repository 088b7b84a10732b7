import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openStore } from '@db/open';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { STORE_NOW } from '../../support/store-file';
import type { RecordedSays } from '../children/recorded-till';
import { bytesOfStore, Remembered } from './remembered';
import type { Moment, Verdict } from './replay';
import { broken, lost } from './store-check';
import type { Ack } from './till-work';

/** All that opening reads of a disk. */
const READ = ['shuke.db', 'shuke.db-wal', 'owner.lock', 'owner.lock-journal'];

/** Of a store whose books were gone through and found right. */
interface Right {
  readonly acts: number;
  /** So many of the acts that were told, from the first on, were found in it. */
  readonly held: number;
}

/** Judges what power cuts have left of one till (children/recorded-till.ts). */
export class TillJudge {
  private readonly right = new Remembered<Right>();
  /** The same for what they were before they were opened, by the marks of what opening reads. */
  private readonly opened = new Map<string, Right>();

  /** Opens it as main does, closes it, which moves the log into the store, and goes through the books of what is there then. */
  async judge({ data, markOf, told, coming, chance }: Moment): Promise<Verdict> {
    const paths = pathsIn(data);
    const said = told as readonly RecordedSays[]; // by recorded-till
    const acks = said.flatMap((one) => ('requestId' in one ? [one] : []));
    const missing: string[] = [];
    const wrong: string[] = [];
    if (existsSync(paths.store)) {
      const before = READ.map((name) => markOf(relative(data, join(paths.store, '..', name)))).join('|');
      // What a mapped file holds after a power cut is anything.
      const isMapped = chance() < 0.2;
      if (isMapped) writeFileSync(`${paths.store}-shm`, Buffer.alloc(32_768, Math.floor(256 * chance())));
      if (isMapped || !isRight(this.opened.get(before), acks)) {
        const found = await this.openedAndLookedThrough(paths.store, acks, before);
        missing.push(...found.missing);
        wrong.push(...found.wrong);
      }
    } else if (said.some((one) => 'made' in one)) missing.push('the store is not there');
    missing.push(...themeLost(paths.preferences, said, coming as RecordedSays | undefined));
    return { missing, wrong };
  }

  private async openedAndLookedThrough(path: string, acks: readonly Ack[], before: string): Promise<Verdict> {
    try {
      await openStore(path, STORE_NOW).close();
      const { right, ...found } = await this.lookedThrough(path, acks);
      if (right !== undefined) this.opened.set(before, right);
      return found;
    } catch (error) {
      return { missing: [], wrong: [`it does not open: ${String(error)}`] };
    }
  }

  /** However the disk was torn, the store is one of a few dozen: byte for byte the same as one that was right, it is right. */
  private async lookedThrough(path: string, acks: readonly Ack[]): Promise<Verdict & { right?: Right }> {
    const file = bytesOfStore(path);
    const same = file === null ? undefined : this.right.of(file);
    if (isRight(same, acks)) return { missing: [], wrong: [], right: same };
    const { acts, ...found } = await look(path, acks);
    if (file === null || found.missing.length + found.wrong.length > 0) return found;
    const right = { acts, held: acks.length };
    this.right.keep(file, right);
    return { ...found, right };
  }
}

/** So it is, whoever had told these acts: they are all in it, and one more at most. */
const isRight = (right: Right | undefined, acks: readonly Ack[]): right is Right =>
  right !== undefined && acks.length <= right.held && right.acts <= acks.length + 1;

async function look(path: string, acks: readonly Ack[]): Promise<Verdict & { readonly acts: number }> {
  const opened = openStore(path, STORE_NOW);
  try {
    const missing = lost(opened.raw, acks);
    const wrong = await broken(opened);
    const acts = Number(opened.raw.prepare('select count(*) from command_outcome').pluck().get());
    // One act may have been on its way.
    if (acts > acks.length + 1) wrong.push(`${acts} acts of ${acks.length} that were told`);
    return { acts, missing, wrong };
  } finally {
    await opened.close();
  }
}

/** The last choice that was told, or the one on its way; never the defaults because the file is half. */
function themeLost(path: string, said: readonly RecordedSays[], coming: RecordedSays | undefined): string[] {
  const themes = said.flatMap((one) => ('theme' in one ? [one.theme] : []));
  const may = [themes.at(-1) ?? 'auto', coming !== undefined && 'theme' in coming ? coming.theme : undefined];
  const { theme } = new PreferencesFile(path, 'zh-CN').get();
  return may.includes(theme) ? [] : [`preferences say ${theme}`];
}
