import type { Settled } from '../../../lib/use-command';
import { NotDone } from '../../../ui/not-done';
import { useRefusalWords } from '../use-refusal-words';

type Refused = Parameters<ReturnType<typeof useRefusalWords>>[0];

/** Why an act did not come about; nothing where it did. */
export const Trouble = ({ of }: { readonly of: Settled<unknown, Refused> }) => (
  <NotDone of={of} words={useRefusalWords()} />
);
