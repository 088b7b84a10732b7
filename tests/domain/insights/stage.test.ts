import { NONE } from '@domain/insights/judged';
import { relationOf, STAGES_OF_RELATION } from '@domain/insights/relation';
import { type StageRules, stagesOf } from '@domain/insights/stage';
import { CLASSES, RELATIONS, STAGES } from '@domain/insights/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, anyStore, every, historiesOf, type Told } from './members';

const RULES: StageRules = {
  lost: { alivePercent: 30, usualGaps: 3 },
  growthPercent: 25,
  dormantDays: 90,
};
const place = (name: (typeof CLASSES)[number]) => CLASSES.indexOf(name);
/** Of one member; below four visits and without a model nothing else is known. */
function stageOf(
  member: Told,
  { gap = NONE, alive = NONE, as = 'B' as (typeof CLASSES)[number] } = {},
  rules = RULES,
) {
  const known = {
    class: Uint8Array.of(place(as)),
    usualGap: Int32Array.of(gap),
    alive: Int32Array.of(alive),
  };
  return STAGES[stagesOf(historiesOf([member]), AS_OF, known, rules)[0] ?? 9];
}

describe('S25 stages', () => {
  it('attract = joined, not bought', () => expect(stageOf({ joined: 300, bills: [] })).toBe('attract'));

  it('convert = bought once', () => expect(stageOf(every(1, 1, 40))).toBe('convert'));

  it('retain = bought again and is alive', () => {
    expect(stageOf(every(10, 4, 25), { gap: 10 })).toBe('retain');
    expect(stageOf(every(10, 4, 25), { gap: 10, alive: 300 })).toBe('retain');
  });

  it('develop = class A', () => expect(stageOf(every(5, 4), { gap: 5, as: 'A' })).toBe('develop'));

  it('develop = spends a quarter more in the last 90 days than in the 90 before', () => {
    const spent = (lately: number): Told => ({
      bills: [
        [10, lately],
        [100, 100],
        [200, 5],
      ],
    });
    expect(stageOf(spent(125))).toBe('develop');
    expect(stageOf(spent(124))).toBe('retain');
  });

  it('the last 90 days are the day itself and the 89 before it, the period before ends on the 90th', () => {
    const spent = (ago: number): Told => ({
      bills: [
        [ago, 125],
        [90, 100],
        [200, 5],
      ],
    });
    expect(stageOf(spent(89))).toBe('develop');
    expect(stageOf(spent(90))).toBe('retain');
  });

  it('growth is told only of who was a customer all through the period before', () => {
    const since = (first: number): Told => ({
      bills: [
        [10, 500],
        [100, 100],
        [first, 5],
      ],
    });
    expect(stageOf(since(179))).toBe('develop');
    expect(stageOf(since(178))).toBe('retain');
    // Who spent nothing in it has not grown, but come back.
    expect(
      stageOf({
        bills: [
          [10, 500],
          [200, 5],
        ],
      }),
    ).toBe('retain');
  });

  it('lost = silent for longer than three times their own usual gap', () => {
    expect(stageOf(every(10, 4, 30), { gap: 10 })).toBe('retain');
    expect(stageOf(every(10, 4, 31), { gap: 10 })).toBe('lost');
  });

  it('lost = P(alive) below 0.3', () => {
    expect(stageOf(every(10, 4, 20), { gap: 10, alive: 299 })).toBe('lost');
    expect(
      stageOf(
        every(10, 4, 20),
        { gap: 10, alive: 299 },
        { ...RULES, lost: { ...RULES.lost, alivePercent: 29 } },
      ),
    ).toBe('retain');
  });

  it('nobody is lost before two weeks, however often they come', () => {
    expect(stageOf(every(1, 9, 13), { gap: 1, alive: 100, as: 'A' })).toBe('develop');
    expect(stageOf(every(1, 9, 14), { gap: 1, as: 'A' })).toBe('lost');
  });

  it('where there is no habit yet the dormant days stand for the gap: once, long ago, is lost', () => {
    expect(stageOf(every(1, 1, 270))).toBe('convert');
    expect(stageOf(every(1, 1, 271))).toBe('lost');
  });

  it('everybody has one stage, and attract are exactly those who never bought', () => {
    fc.assert(
      fc.property(anyStore(), fc.integer({ min: -1, max: 1000 }), (members, alive) => {
        const histories = historiesOf(members);
        const known = {
          class: new Uint8Array(members.length).fill(place('C')),
          usualGap: new Int32Array(members.length).fill(NONE),
          alive: new Int32Array(members.length).fill(alive),
        };
        const stages = [...stagesOf(histories, AS_OF, known, RULES)].map((one) => STAGES[one]);
        expect(stages.every((stage) => stage !== undefined)).toBe(true);
        expect(stages.map((stage) => stage === 'attract')).toEqual(
          members.map(({ bills }) => bills.length === 0),
        );
      }),
    );
  });
});

describe('S23 new, old and lost', () => {
  it('are told by the stage, each stage belonging to exactly one', () => {
    expect(STAGES.map(relationOf)).toEqual(['new', 'new', 'old', 'old', 'lost']);
    expect(RELATIONS.flatMap((relation) => STAGES_OF_RELATION[relation])).toEqual([...STAGES]);
    for (const relation of RELATIONS)
      expect(STAGES_OF_RELATION[relation].map(relationOf)).toEqual(
        STAGES_OF_RELATION[relation].map(() => relation),
      );
  });
});
