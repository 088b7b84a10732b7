import { type NoParams, type Refusal, refuse } from '../../db/domain/refusal';
import type { Doing } from '../contract/display';

interface Choices {
  readonly personalData: boolean;
  readonly marketing: boolean;
}
export interface ConsentAnswer extends Choices {
  readonly confirmed: boolean;
}

/**
 * What the counter is doing, as far as the customer's screen is concerned, and what the customer has
 * answered there. It lives as long as the program: nothing of it is written anywhere.
 */
export class CustomerScreen {
  private current: Doing = { kind: 'idle' };
  private answer: ConsentAnswer | null = null;

  constructor(private readonly changed: () => void) {}

  doing(): Doing {
    return this.current;
  }

  /** The counter says what it is doing now. A choice that the cashier ticks otherwise takes back the customer's answer. */
  show(doing: Doing): void {
    const before = this.current;
    const goesOn =
      doing.kind === 'consent' && before.kind === 'consent' && doing.askId === before.askId && this.answer;
    this.answer = goesOn && sameChoices(goesOn, doing) ? goesOn : null;
    this.current = doing;
    this.changed();
  }

  /** What the customer has chosen in this sign-up; null while they have not. */
  answerTo(askId: string): ConsentAnswer | null {
    return this.current.kind === 'consent' && this.current.askId === askId ? this.answer : null;
  }

  /** Refused once that sign-up is over: the tap came too late. */
  takeAnswer(askId: string, answer: ConsentAnswer): Refusal<'not_asked', NoParams> | undefined {
    if (this.current.kind !== 'consent' || this.current.askId !== askId) return refuse('not_asked');
    this.current = { ...this.current, personalData: answer.personalData, marketing: answer.marketing };
    this.answer = answer;
    this.changed();
    return undefined;
  }
}

const sameChoices = (a: Choices, b: Choices): boolean =>
  a.personalData === b.personalData && a.marketing === b.marketing;
