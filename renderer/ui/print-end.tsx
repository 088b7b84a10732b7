import type { RefusalFor } from '../lib/use-command';
import type { PaperPrinting } from '../lib/use-paper-printing';
import { FaultLine } from './fault-line';
import { Notice } from './notice';

interface PrintEndProps {
  readonly of: Pick<PaperPrinting, 'printing' | 'saving' | 'shown'>;
  /** Each says what was kept, which is another thing for a sale than for a day close. */
  readonly words: {
    readonly printed: string;
    readonly saved: (path: string) => string;
    readonly refused: (refusal: RefusalFor<'slips', 'print'>) => string;
    readonly notWritten: (why: RefusalFor<'slips', 'savePdf'>['params']['why']) => string;
  };
}

/** How the last printing or saving ended; a printer that says no is never silent. */
export function PrintEnd({ of: { printing, saving, shown }, words }: PrintEndProps) {
  const now = shown === 'print' ? printing : saving;
  if (now.state === 'fault') return <FaultLine mishap={now.mishap} />;
  if (shown === 'print') {
    if (printing.state === 'done') return <Notice tone="good">{words.printed}</Notice>;
    if (printing.state === 'refused') return <Notice tone="danger">{words.refused(printing.refusal)}</Notice>;
    return null;
  }
  if (saving.state === 'refused')
    return <Notice tone="danger">{words.notWritten(saving.refusal.params.why)}</Notice>;
  return saving.state === 'done' && saving.value !== null ? (
    <Notice tone="good">{words.saved(saving.value.path)}</Notice>
  ) : null;
}
