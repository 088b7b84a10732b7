import classes from './rail-badge.module.css';

export interface RailMark {
  /** Round: how many. Framed: act today. Filled, with an exclamation mark: act now. */
  readonly kind: 'open' | 'soon' | 'late';
  readonly count: number;
}

interface RailBadgeProps {
  /** Says all of it; the marks only repeat it. */
  readonly words: string;
  /** The most urgent first; those of which there are none are left out. */
  readonly marks: readonly RailMark[];
}

const short = (count: number): string => (count > 99 ? '99+' : String(count));

/** How a place stands, at a glance from any screen: told by shape and by words, colour only repeats it. */
export function RailBadge({ words, marks }: RailBadgeProps) {
  return (
    <span className={classes.badges} title={words}>
      <span className={classes.words}>{words}</span>
      {marks
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <span key={kind} className={classes[kind]} aria-hidden="true">
            {kind === 'late' ? `!${short(count)}` : short(count)}
          </span>
        ))}
    </span>
  );
}
