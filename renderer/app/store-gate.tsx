import { lazy, Suspense } from 'react';
import { StoreContext } from '../lib/store-context';
import { useStoreView } from '../lib/store-view';
import { Awaited } from '../ui/awaited';
import { Desk } from './desk/desk';

const FirstRunScreen = lazy(async () => ({
  default: (await import('../features/settings/screens/first-run-screen')).FirstRunScreen,
}));
const FaultScreen = lazy(async () => ({
  default: (await import('../features/settings/screens/fault-screen')).FaultScreen,
}));

/** Three windows in one: no store yet, a store that cannot be opened, the shop. */
export function StoreGate() {
  const store = useStoreView();
  return (
    <Awaited of={store}>
      {(view) => {
        if (view.state === 'open') {
          return (
            <StoreContext value={view} key={view.id}>
              <Desk />
            </StoreContext>
          );
        }
        return (
          <Suspense fallback={null}>
            {view.state === 'none' ? (
              <FirstRunScreen guessedZone={view.guessedZone} />
            ) : (
              <FaultScreen store={view} />
            )}
          </Suspense>
        );
      }}
    </Awaited>
  );
}
