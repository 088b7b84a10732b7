import { driftOf } from '@domain/insights/drift';
import { describe, expect, it } from 'vitest';

describe('S05 drift since last week', () => {
  it('tells who rose, who fell, who joined and how many stayed, the largest first', () => {
    const fell = { from: 'A', to: 'C', members: 9 } as const;
    const fellFurther = { from: 'B', to: 'D', members: 12 } as const;
    const rose = { from: 'D', to: 'B', members: 3 } as const;
    const joined = { from: null, to: 'C', members: 5 } as const;
    const stayed = [
      { from: 'A', to: 'A', members: 40 },
      { from: 'D', to: 'D', members: 60 },
    ] as const;
    expect(driftOf([fell, fellFurther, rose, joined, ...stayed])).toEqual({
      up: [rose],
      down: [fellFurther, fell],
      joined: [joined],
      stayed: 100,
    });
  });
});
