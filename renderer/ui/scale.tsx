import classes from './scale.module.css';

interface ScaleProps {
  /** All four in percent of the scale's length. */
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly target?: number;
}

const WIDTH = 200;
const x = (percent: number): number => (percent / 100) * WIDTH;

/** Where the truth lies, what was counted, and the target; the words beside it say the same. */
export function Scale({ low, high, at, target }: ScaleProps) {
  return (
    <svg className={classes.scale} viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.rail} x={0} y={9} width={WIDTH} height={2} />
      <rect className={classes.band} x={x(low)} y={5} width={Math.max(1, x(high) - x(low))} height={10} />
      <rect
        className={classes.stroke}
        x={Math.min(WIDTH - 2, Math.max(0, x(at) - 1))}
        y={3}
        width={2}
        height={14}
      />
      {target === undefined ? null : (
        <path
          className={classes.flag}
          d={`M ${Math.min(WIDTH - 1, x(target))} 0 V 20`}
          strokeDasharray="3 2"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
