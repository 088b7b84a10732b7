import { useNavigate } from '@tanstack/react-router';
import { ClipboardChoice } from '../../features/clipboard/components/clipboard-choice';
import { PosScreen } from '../../features/pos/screens/pos-screen';
import { holdReceipt } from '../counter/counter-state';

/** The till in the office: a receipt that waits is taken to the counter, where its member is looked up. */
export function PosPart() {
  const navigate = useNavigate();
  return (
    <PosScreen
      onGive={(receipt) => {
        holdReceipt(receipt);
        void navigate({ to: '/counter' });
      }}
    >
      <ClipboardChoice />
    </PosScreen>
  );
}
