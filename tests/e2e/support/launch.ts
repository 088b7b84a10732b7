import { dirname } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { SharedWindow } from './shared-window';
import { type LaunchOptions, launchShuke, makeRoom, type Room, roomAt, type Shuke } from './shuke';

export { type LaunchOptions, launchTarget, type Shuke } from './shuke';
export { expect };

interface Fixtures {
  /** A window of its own, closed at the end: for tests about starting, and for those that leave a window to nobody else. */
  readonly launch: (options?: LaunchOptions) => Promise<Shuke>;
  /** A PC without a store, in the window that the tests of a worker share; `close` lets go of its store. */
  readonly counter: Shuke;
}

interface WorkerFixtures {
  readonly shared: SharedWindow;
}

/** What a page complains of fails the test; a test that fails shows its last window. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern to see what is used
  launch: async ({}, use, info) => {
    const opened: Shuke[] = [];
    const rooms: Room[] = [];
    await use(async (options = {}) => {
      const room = options.userData === undefined ? makeRoom() : roomAt(dirname(options.userData));
      // That of a user-data folder that was handed in belongs to whoever has made it.
      if (options.userData === undefined) rooms.push(room);
      const shuke = await launchShuke(room, options);
      opened.push(shuke);
      return shuke;
    });
    if (info.status !== info.expectedStatus) await opened.at(-1)?.attachTrouble(info);
    for (const shuke of opened) await shuke.close();
    for (const room of rooms) room.remove();
    expectNoProblems(opened);
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const window = new SharedWindow();
      await use(window);
      await window.quit();
    },
    { scope: 'worker' },
  ],
  counter: async ({ shared }, use, info) => {
    const shuke = await shared.anew();
    await use(shuke);
    if (info.status !== info.expectedStatus) await shuke.attachTrouble(info);
    expectNoProblems([shuke]);
  },
});

/**
 * One window for all tests of the file that calls this, one after the other, each of which leaves it as it has found
 * it: as `begin` has. It is the one that the worker's tests share, or with options one of its own.
 */
export function oneForAll<Begun>(
  begin: (shuke: Shuke) => Promise<Begun>,
  own?: LaunchOptions,
): () => Begun & { readonly shuke: Shuke } {
  let all: (Begun & { readonly shuke: Shuke }) | undefined;
  let opened: Shuke | undefined;
  let room: Room | undefined;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async ({ shared }, info) => {
    if (own !== undefined) room = makeRoom();
    opened = room === undefined ? await shared.anew() : await launchShuke(room, own);
    try {
      all = { ...(await begin(opened)), shuke: opened };
    } catch (error) {
      await opened.attachTrouble(info);
      throw error;
    }
  });
  // biome-ignore lint/correctness/noEmptyPattern: as above
  test.afterEach(async ({}, info) => {
    if (opened === undefined) return;
    if (info.status !== info.expectedStatus) await opened.attachTrouble(info);
    expectNoProblems([opened]);
  });
  test.afterAll(async () => {
    if (room === undefined) return;
    await opened?.close();
    room.remove();
  });
  return () => {
    if (all === undefined) throw new Error('the window is there as soon as the first test begins');
    return all;
  };
}

/** Each is told once. */
function expectNoProblems(opened: readonly Shuke[]): void {
  expect(
    opened.flatMap(({ problems }) => problems.splice(0)),
    'errors of the page',
  ).toEqual([]);
}
