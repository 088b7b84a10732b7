import { useHotkeys } from '@mantine/hooks';
import { SignIn } from '../../features/staff/components/sign-in';
import { TryRoles } from '../../features/staff/components/try-roles';
import { Unprotected } from '../../features/staff/components/unprotected';
import type { Desk } from '../../lib/desk';
import { useOpenStore } from '../../lib/store-context';
import { useAct } from '../../lib/use-command';
import { useShowStaff } from './use-show-staff';
import { closeWho, openWho, useWhoDialog } from './who-state';

/**
 * Who works here now, opened from the rail: with PINs somebody else signs in; in the sample store one tries
 * the roles; without PINs it says what that means. Ctrl+L locks at once, where there is a lock.
 */
export function WhoDialog({ desk }: { readonly desk: Desk }) {
  const { sample } = useOpenStore();
  const { open } = useWhoDialog();
  const lock = useAct('staff', 'lock');
  const showStaff = useShowStaff();
  useHotkeys([['mod+L', () => (desk.pins ? void lock.run({}) : openWho())]], []);
  if (!open) return null;
  if (desk.pins) return <SignIn desk={desk} onBack={closeWho} onDone={closeWho} />;
  return sample ? (
    <TryRoles desk={desk} onDone={closeWho} />
  ) : (
    <Unprotected onBack={closeWho} onSetPin={showStaff} />
  );
}
