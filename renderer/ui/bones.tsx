import { Skeleton } from '@mantine/core';

interface BonesProps {
  readonly rows: number;
  /** Height of one row, in pixels, as it will be when it is there. */
  readonly height: number;
}

/** A skeleton of as many rows as will come, of the same height, so that nothing jumps. */
export function Bones({ rows, height }: BonesProps) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <div key={row} style={{ height, padding: '8px 12px', boxSizing: 'border-box' }}>
          <Skeleton height="100%" width={`${88 - ((row * 17) % 40)}%`} animate={false} />
        </div>
      ))}
    </div>
  );
}
