import type { Settled } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import type { Refused } from '../api';
import { useRefusalWords } from '../use-words';

/** Why an act did not come about; nothing where it did. */
export function Trouble({ of }: { readonly of: Settled<unknown, Refused> }) {
  const say = useRefusalWords();
  if (of.state === 'fault') return <FaultLine mishap={of.mishap} />;
  return of.state === 'refused' ? <Notice tone="danger">{say(of.refusal)}</Notice> : null;
}
