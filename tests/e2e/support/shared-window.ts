import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathsIn } from '../../../electron/main/paths';
import { ask, launchShuke, makeRoom, type Room, type Shuke } from './shuke';
import { makeStore, storeIn } from './store-files';

const COUNTER = 'app://shuke/index.html';
/** A page with nothing on it: nobody draws what happens to the stores meanwhile. */
const NOWHERE = 'app://shuke/nowhere';

interface Opened {
  readonly room: Room;
  readonly shuke: Shuke;
  readonly preferences: string;
}

/**
 * The window of all tests of a worker that begin at a counter and are not about starting. Each finds a PC without a
 * store, as a start would show it. A test that fails ends its worker, and this window with it.
 */
export class SharedWindow {
  private opened: Opened | undefined;
  /** What the people of one test have beside the PC. */
  private beside: Room | undefined;
  private hasStore = true;

  /** A page on which a first store can be made. Its `close` lets go of that store, whose file can then be read. */
  async anew(): Promise<Shuke> {
    const { shuke } = (await this.emptied()) ?? (await this.launched());
    this.hasStore = true;
    this.beside?.remove();
    this.beside = makeRoom();
    const { folder, give } = this.beside;
    return { ...shuke, folder, give, close: () => this.letGo() };
  }

  async quit(): Promise<void> {
    await this.opened?.shuke.close();
    this.opened?.room.remove();
    this.opened = undefined;
    this.beside?.remove();
  }

  private async launched(): Promise<Opened> {
    await this.quit();
    const room = makeRoom();
    const shuke = await launchShuke(room, { hasSample: false });
    // It is open while a test's own store is not. Nobody looks around in it.
    await makeStore(shuke.userData, 'sample');
    this.opened = { room, shuke, preferences: preferencesOf(shuke.userData) };
    return this.opened;
  }

  /** The window on a PC that is as it was at first; undefined when there is none, or somebody has changed the PC. */
  private async emptied(): Promise<Opened | undefined> {
    if (this.opened === undefined) return undefined;
    const { shuke, preferences } = this.opened;
    await this.letGo();
    if (preferencesOf(shuke.userData) !== preferences) return undefined;
    rmSync(dirname(storeIn(shuke.userData)), { recursive: true, force: true, maxRetries: 5 });
    await ask(shuke.page, 'settings.leaveSample');
    await shuke.page.goto(COUNTER);
    return this.opened;
  }

  private async letGo(): Promise<void> {
    if (this.opened === undefined || !this.hasStore) return;
    await this.opened.shuke.page.goto(NOWHERE);
    await ask(this.opened.shuke.page, 'settings.openSample');
    this.hasStore = false;
  }
}

const preferencesOf = (userData: string): string => readFileSync(pathsIn(userData).preferences, 'utf8');
