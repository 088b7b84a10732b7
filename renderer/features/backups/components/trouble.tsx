import type { Settled } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { useRefusalWords } from '../use-refusal-words';

type Refused = Parameters<ReturnType<typeof useRefusalWords>>[0];

/** Why an act did not come about; nothing where it did. */
export function Trouble({ of }: { readonly of: Settled<unknown, Refused> }) {
  const say = useRefusalWords();
  if (of.state === 'fault') return <FaultLine mishap={of.mishap} />;
  return of.state === 'refused' ? <Notice tone="danger">{say(of.refusal)}</Notice> : null;
}
