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
  private taps = 0;

  constructor(private readonly changed: () => void) {}

  doing(): Doing {
    return this.current;
  }

  /**
   * The counter says what it is doing now. What the cashier ticks otherwise takes the customer's answer
   * back, unless the customer has tapped since: then theirs is the last word.
   */
  show(doing: Doing): void {
    if (doing.kind === 'consent' && this.isAsking(doing.askId)) {
      if (doing.seen < this.taps) return;
      if (this.answer !== null && !sameChoices(this.answer, doing)) this.answer = null;
    } else {
      this.answer = null;
      this.taps = 0;
    }
    this.current = doing;
    this.changed();
  }

  /** What the customer has chosen in this sign-up; null while what stands there is the cashier's. */
  answerTo(askId: string): { readonly taps: number; readonly answer: ConsentAnswer | null } {
    return this.isAsking(askId) ? { taps: this.taps, answer: this.answer } : { taps: 0, answer: null };
  }

  /** Refused once that sign-up is over: the tap came too late. */
  takeAnswer(askId: string, answer: ConsentAnswer): Refusal<'not_asked', NoParams> | undefined {
    if (this.current.kind !== 'consent' || this.current.askId !== askId) return refuse('not_asked');
    this.current = { ...this.current, personalData: answer.personalData, marketing: answer.marketing };
    this.answer = answer;
    this.taps += 1;
    this.changed();
    return undefined;
  }

  private isAsking(askId: string): boolean {
    return this.current.kind === 'consent' && this.current.askId === askId;
  }
}

const sameChoices = (a: Choices, b: Choices): boolean =>
  a.personalData === b.personalData && a.marketing === b.marketing;
