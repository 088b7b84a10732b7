import { ROLES } from '@domain/staff/role';
import { refusedOwnCard, refusedPoints, refusedWorth } from '@domain/staff/second-person';
import { STARTING_STAFF_RULES } from '@domain/staff/staff-rules';
import { type Colleague, isBelow, mayUnblock, refusedLeaving } from '@domain/staff/standing';
import { fen, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const person = (id: string, part: Partial<Colleague> = {}): Colleague => ({
  ...{ id, role: 'owner', active: true, hasPin: false },
  ...part,
});

describe('rules, Staff: who is above whom', () => {
  it('a manager sets the PINs of cashiers, an owner those of managers too; nobody those of their like', () => {
    const pairs = ROLES.flatMap((by) => ROLES.filter((of) => isBelow(by, of)).map((of) => `${by} > ${of}`));
    expect(pairs).toEqual(['manager > cashier', 'owner > cashier', 'owner > manager']);
  });

  it('an owner also lets another owner try again', () => {
    const pairs = ROLES.flatMap((by) =>
      ROLES.filter((of) => mayUnblock(by, of)).map((of) => `${by} > ${of}`),
    );
    expect(pairs).toEqual(['manager > cashier', 'owner > cashier', 'owner > manager', 'owner > owner']);
  });

  it('the last owner stays', () => {
    const [li, wang] = [person('li'), person('wang')];
    expect(refusedLeaving('li', [li, person('zhou', { role: 'manager' })])?.code).toBe('last_owner');
    expect(refusedLeaving('li', [li, person('wang', { active: false })])?.code).toBe('last_owner');
    expect(refusedLeaving('li', [li, wang])).toBeUndefined();
    expect(refusedLeaving('zhou', [li, person('zhou', { role: 'manager' })])).toBeUndefined();
  });

  it('where PINs are in use, the last owner who can sign in', () => {
    const [li, wang] = [person('li', { hasPin: true }), person('wang')];
    expect(refusedLeaving('li', [li, wang])?.code).toBe('last_owner');
    expect(refusedLeaving('wang', [li, wang])).toBeUndefined();
    expect(refusedLeaving('li', [li, person('wang', { hasPin: true })])).toBeUndefined();
  });
});

describe('trust, People: four eyes and one’s own card', () => {
  const { fourEyes } = STARTING_STAFF_RULES;

  it('two people stand for more than the owner’s limit, where there is a second one', () => {
    expect(refusedPoints(points(10_000), fourEyes, 'missing')).toBeUndefined();
    expect(refusedPoints(points(10_001), fourEyes, 'missing')?.params).toEqual({ limit: 10_000 });
    expect(refusedWorth(fen(500_01), fourEyes, 'missing')?.code).toBe('second_person_needed');
    for (const second of ['given', 'nobody'] as const)
      expect(refusedWorth(fen(500_01), fourEyes, second)).toBeUndefined();
  });

  it('a limit of nothing asks never', () => {
    const never = { points: points(0), money: fen(0) };
    expect(refusedPoints(points(1_000_000), never, 'missing')).toBeUndefined();
  });

  it('nobody acts on their own card alone, nor lets themselves approve it', () => {
    const by = { ownMemberId: 'li', approversOwn: null, second: () => 'missing' as const };
    expect(refusedOwnCard('li', by)?.code).toBe('own_card');
    expect(refusedOwnCard('li', { ...by, second: () => 'given' })).toBeUndefined();
    expect(refusedOwnCard('li', { ...by, second: () => 'nobody' })).toBeUndefined();
    expect(refusedOwnCard('wang', by)).toBeUndefined();
    expect(refusedOwnCard(null, { ...by, ownMemberId: null })).toBeUndefined();
    const approved = { ownMemberId: null, approversOwn: 'li', second: () => 'given' as const };
    expect(refusedOwnCard('li', approved)?.code).toBe('own_card');
  });
});
