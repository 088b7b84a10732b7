import { runInsights } from '../../../db/insights/run';
import { connect } from '../../../db/open';
import { Turn } from '../../../db/turn';
import type { RunOrder, RunProgress } from '../insight-runs';

/** A window needs no more than four pictures a second of how far a run is. */
const TELL_EVERY_MS = 250;

/** Computes insight over connections of its own. Cut off anywhere, it leaves a store to run again. Runs in a worker, or anywhere. */
export async function runInsight(
  { storePath, turn, now, asOf }: RunOrder,
  tell: (progress: RunProgress) => void,
): Promise<void> {
  const reader = connect(storePath, { readonly: true });
  const writer = connect(storePath);
  let last: { readonly step: string; readonly at: number } = { step: '', at: 0 };
  try {
    await runInsights({
      ...{ reader, writer, now, asOf },
      turn: new Turn(turn),
      told: (step, done, total) => {
        const at = performance.now();
        if (step === last.step && at - last.at < TELL_EVERY_MS) return;
        last = { step, at };
        tell({ step, done, total });
      },
    });
  } finally {
    reader.close();
    writer.close();
  }
}
