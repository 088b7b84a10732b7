import { existsSync, writeFileSync } from 'node:fs';
import { openStore } from '@db/open';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { STORE_NOW } from '../../support/store-file';
import type { RecordedSays } from '../children/recorded-till';
import { bytesOfStore, Remembered } from './remembered';
import type { Moment, Verdict } from './replay';
import { broken, lost } from './store-check';
import type { Ack } from './till-work';

/** Of a store whose books were gone through and found right. */
interface Right {
  readonly acts: number;
  /** So many of the acts that were told, from the first on, were found in it. */
  readonly held: number;
}

/** Judges what power cuts have left of one till (children/recorded-till.ts). */
export class TillJudge {
  private readonly right = new Remembered<Right>();

  /** Opens it as main does, closes it, which moves the log into the store, and goes through the books of what is there then. */
  async judge({ data, told, coming, chance }: Moment): Promise<Verdict> {
    const paths = pathsIn(data);
    const said = told as readonly RecordedSays[]; // by recorded-till
    const acks = said.flatMap((one) => ('requestId' in one ? [one] : []));
    const missing: string[] = [];
    const wrong: string[] = [];
    if (existsSync(paths.store)) {
      // What a mapped file holds after a power cut is anything.
      if (chance() < 0.2)
        writeFileSync(`${paths.store}-shm`, Buffer.alloc(32_768, Math.floor(256 * chance())));
      try {
        await openStore(paths.store, STORE_NOW).close();
        const found = await this.lookedThrough(paths.store, acks);
        missing.push(...found.missing);
        wrong.push(...found.wrong);
      } catch (error) {
        wrong.push(`it does not open: ${String(error)}`);
      }
    } else if (said.some((one) => 'made' in one)) missing.push('the store is not there');
    missing.push(...themeLost(paths.preferences, said, coming as RecordedSays | undefined));
    return { missing, wrong };
  }

  /** However the disk was torn, the store is one of a few dozen: byte for byte the same as one that was right, it is right. */
  private async lookedThrough(path: string, acks: readonly Ack[]): Promise<Verdict> {
    const file = bytesOfStore(path);
    const same = file === null ? undefined : this.right.of(file);
    const isRight = same !== undefined && acks.length <= same.held && same.acts <= acks.length + 1;
    if (isRight) return { missing: [], wrong: [] };
    const { acts, ...found } = await look(path, acks);
    if (file !== null && found.missing.length + found.wrong.length === 0)
      this.right.keep(file, { acts, held: acks.length });
    return found;
  }
}

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
