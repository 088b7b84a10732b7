import { useHotkeys } from '@mantine/hooks';
import { placementNow, useCloseDisplay, useOpenDisplay } from './api';

/**
 * Alt+D opens the customer's screen where it was last, or closes it; from everywhere. Main is asked where
 * it stands when the key is pressed: a key in the first moment of the window is not lost.
 */
export function useDisplayKey(): void {
  const open = useOpenDisplay();
  const close = useCloseDisplay();
  const turn = async () => {
    const placement = await placementNow();
    await (placement.open ? close.run({}) : open.run({ screenId: placement.screenId }));
  };
  // Main logs what goes wrong; the counter goes on without the other screen.
  useHotkeys([['alt+D', () => void turn().catch(() => undefined), { usePhysicalKeys: true }]], []);
}
