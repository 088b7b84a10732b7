import type { Settled } from '../../../lib/use-command';
import { NotDone } from '../../../ui/not-done';
import type { Refused } from '../api';
import { useRefusalWords } from '../use-words';

/** Why an act did not come about; nothing where it did. */
export const Trouble = ({ of }: { readonly of: Settled<unknown, Refused> }) => (
  <NotDone of={of} words={useRefusalWords()} />
);
