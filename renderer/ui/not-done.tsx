import type { ReactNode } from 'react';
import type { Settled } from '../lib/use-command';
import { FaultLine } from './fault-line';
import { Notice } from './notice';

interface NotDoneProps<Refused> {
  readonly of: Settled<unknown, Refused>;
  /** The refusal as a sentence: what happened, what was kept, what to do. */
  readonly words: (refusal: Refused) => ReactNode;
  /** Tries again after a fault. */
  readonly onRetry?: () => void;
}

/** Why what was asked for has not come about; nothing while it may, or once it has. */
export function NotDone<Refused>({ of, words, onRetry }: NotDoneProps<Refused>) {
  if (of.state === 'fault')
    return <FaultLine mishap={of.mishap} {...(onRetry === undefined ? {} : { onRetry })} />;
  return of.state === 'refused' ? <Notice tone="danger">{words(of.refusal)}</Notice> : null;
}
