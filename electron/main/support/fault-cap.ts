const MINUTE_MS = 60_000;
/** A line of all its frames each: less than 100 kB a minute, so that the days before stay in the log for hours. */
const MOST = 60;
/** Of one kind, so that one broken screen in a loop does not hide what else is wrong. */
const MOST_OF_A_KIND = 20;
const KINDS_NAMED = 5;

/**
 * How many faults of the windows' calls are written. A broken or hostile page can make thousands a minute:
 * each would cost main's time, and together they would push everything older out of the log.
 */
export class FaultCap {
  private readonly written = new Map<string, number>();
  private readonly left = new Map<string, number>();
  private minute: NodeJS.Timeout | undefined;

  /** `tell` writes the line on what was left out; `kind` is a name of ours, and there are few of them. */
  constructor(private readonly tell: (line: string) => void) {}

  /** Whether this fault is written; the minute begins with the first one. */
  take(kind: string): boolean {
    // A program that ends within the minute says no number: the faults before it are there.
    this.minute ??= setTimeout(() => this.turn(), MINUTE_MS).unref();
    const ofKind = this.written.get(kind) ?? 0;
    const fits = ofKind < MOST_OF_A_KIND && sum(this.written) < MOST;
    if (fits) this.written.set(kind, ofKind + 1);
    else this.left.set(kind, (this.left.get(kind) ?? 0) + 1);
    return fits;
  }

  private turn(): void {
    if (this.left.size > 0) this.tell(leftOut(this.left));
    this.minute = undefined;
    this.written.clear();
    this.left.clear();
  }
}

function leftOut(left: ReadonlyMap<string, number>): string {
  const most = [...left].sort(([, a], [, b]) => b - a).slice(0, KINDS_NAMED);
  const named = most.map(([kind, count]) => `${count} of ${kind}`).join(', ');
  const others = left.size - most.length;
  const rest = others === 0 ? '' : `, and of ${others} more kinds`;
  return `${sum(left)} more faults were not written in this minute: ${named}${rest}`;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
