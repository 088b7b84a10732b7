import { existsSync, writeFileSync } from 'node:fs';
import { type OpenedStore, openStore } from '@db/open';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { STORE_NOW } from '../../support/store-file';
import type { RecordedSays } from '../children/recorded-till';
import type { Moment, Verdict } from './replay';
import { broken, lost } from './store-check';
import type { Ack } from './till-work';

/** Opens what a power cut has left of a till (children/recorded-till.ts), as main does. */
export async function judgeTill({ data, told, coming, chance }: Moment): Promise<Verdict> {
  const paths = pathsIn(data);
  const said = told as readonly RecordedSays[]; // by recorded-till
  const missing: string[] = [];
  const wrong: string[] = [];
  if (existsSync(paths.store)) {
    // What a mapped file holds after a power cut is anything.
    if (chance() < 0.2) writeFileSync(`${paths.store}-shm`, Buffer.alloc(32_768, Math.floor(256 * chance())));
    try {
      const opened = openStore(paths.store, STORE_NOW);
      const acks = said.flatMap((one) => ('requestId' in one ? [one] : []));
      await look(opened, acks, { missing, wrong, chance }).finally(() => opened.close());
    } catch (error) {
      wrong.push(`it does not open: ${String(error)}`);
    }
  } else if (said.some((one) => 'made' in one)) missing.push('the store is not there');
  missing.push(...themeLost(paths.preferences, said, coming as RecordedSays | undefined));
  return { missing, wrong };
}

async function look(
  opened: OpenedStore,
  acks: readonly Ack[],
  { missing, wrong, chance }: { missing: string[]; wrong: string[]; chance: () => number },
): Promise<void> {
  missing.push(...lost(opened.raw, acks));
  // Opening has read every page. The books are one of a few dozen, however the disk was torn: now and then they are gone through.
  if (chance() < 0.25) wrong.push(...(await broken(opened)));
  const there = Number(opened.raw.prepare('select count(*) from command_outcome').pluck().get());
  // One act may have been on its way.
  if (there > acks.length + 1) wrong.push(`${there} acts of ${acks.length} that were told`);
}

/** The last choice that was told, or the one on its way; never the defaults because the file is half. */
function themeLost(path: string, said: readonly RecordedSays[], coming: RecordedSays | undefined): string[] {
  const themes = said.flatMap((one) => ('theme' in one ? [one.theme] : []));
  const may = [themes.at(-1) ?? 'auto', coming !== undefined && 'theme' in coming ? coming.theme : undefined];
  const { theme } = new PreferencesFile(path, 'zh-CN').get();
  return may.includes(theme) ? [] : [`preferences say ${theme}`];
}
