import { mendedByBackup } from '@domain/backups/problem';
import { lazy, type ReactNode, Suspense } from 'react';
import { BeginPractice } from '../features/practice/components/begin-practice';
import { useScanner } from '../lib/scanner';
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

const Rescue = lazy(async () => ({
  default: (await import('../features/backups/components/rescue')).Rescue,
}));
const WaysBack = lazy(async () => ({
  default: (await import('../features/backups/components/ways-back')).WaysBack,
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
          <WithoutShop>
            {view.state === 'none' ? (
              <FirstRunScreen
                guessedZone={view.guessedZone}
                restore={<Rescue cap="F4" />}
                practice={<BeginPractice cap="F3" />}
              />
            ) : (
              <FaultScreen store={view} rescue={mendedByBackup(view.fault) ? <WaysBack /> : null} />
            )}
          </WithoutShop>
        );
      }}
    </Awaited>
  );
}

/** There a code is nobody's: it writes nothing and presses nothing. */
function WithoutShop({ children }: { readonly children: ReactNode }) {
  useScanner(() => undefined);
  return <Suspense fallback={null}>{children}</Suspense>;
}
