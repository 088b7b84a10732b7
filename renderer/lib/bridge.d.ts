import type { ShukeEvent } from '@contract/events';
import type { Answer } from '@contract/rpc';

declare global {
  interface Window {
    /** What the preload exposes, frozen: the only way out of the window. */
    readonly shuke: {
      readonly invoke: (channel: string, payload: unknown) => Promise<Answer>;
      /** Listens to what main tells without being asked; answers how to stop. */
      readonly onEvent: (listen: (event: ShukeEvent) => void) => () => void;
    };
  }
}
