import { type NoParams, type Refusal, refuse } from '../refusal';
import type { Fen, Points } from '../units';
import type { FourEyes } from './staff-rules';

/**
 * Whether somebody else than who acts stands for an act: `given` by their PIN; `missing` though
 * somebody could; `nobody` where no PIN says who is who, or there is no one else to ask.
 */
export type SecondPerson = 'given' | 'missing' | 'nobody';

export type SecondPersonNeeded = Refusal<'second_person_needed', { limit: number }>;
export type OwnCard = Refusal<'own_card', NoParams>;

/** Four eyes: above the owner's limit points given or taken by hand need a second manager or owner. 0 = never. */
export function refusedPoints(size: Points, rules: FourEyes, second: SecondPerson) {
  return refusedAbove(size, rules.points, second);
}

/** The same of what a compensation is worth. */
export function refusedWorth(worth: Fen, rules: FourEyes, second: SecondPerson) {
  return refusedAbove(worth, rules.money, second);
}

function refusedAbove(size: number, limit: number, second: SecondPerson): SecondPersonNeeded | undefined {
  if (limit === 0 || size <= limit || second !== 'missing') return undefined;
  return refuse('second_person_needed', { limit });
}

/**
 * Nobody of the staff uses, gives or takes anything on the card that is their own, nor approves it; a
 * colleague does it for them. Source: rules "Staff"; trust "People".
 */
export function refusedOwnCard(
  memberId: string | null,
  by: {
    readonly ownMemberId: string | null;
    readonly approversOwn: string | null;
    /** Asked only where it matters. */
    readonly second: () => SecondPerson;
  },
): OwnCard | undefined {
  if (memberId === null) return undefined;
  if (memberId === by.approversOwn) return refuse('own_card');
  return memberId === by.ownMemberId && by.second() === 'missing' ? refuse('own_card') : undefined;
}
