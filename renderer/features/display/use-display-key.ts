import { useHotkeys } from '@mantine/hooks';
import { useCloseDisplay, useOpenDisplay, usePlacement } from './api';

/** Alt+D opens the customer's screen where it was last, or closes it; from everywhere. */
export function useDisplayKey(): void {
  const { data: placement } = usePlacement();
  const open = useOpenDisplay();
  const close = useCloseDisplay();
  const turn = () => {
    if (placement === undefined) return;
    void (placement.open ? close.run({}) : open.run({ screenId: placement.screenId }));
  };
  useHotkeys([['alt+D', turn, { usePhysicalKeys: true }]], []);
}
