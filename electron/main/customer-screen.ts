import { type NoParams, type Refusal, refuse } from '../../db/domain/refusal';
import type { ConsentTap, Doing } from '../contract/display';

interface Choices {
  readonly personalData: boolean;
  readonly marketing: boolean;
}
export interface ConsentAnswer extends Choices {
  readonly confirmed: boolean;
}
interface Scores {
  readonly satisfaction: number | null;
  readonly recommend: number | null;
}
export interface SurveyAnswerThere extends Scores {
  readonly finished: boolean;
}

/** What the customer has said there: how often they tapped, and the last word if it is still theirs. */
interface Said<Answer> {
  readonly taps: number;
  readonly answer: Answer | null;
}

type Asking = Extract<Doing, { askId: string }>;
type Late = Refusal<'not_asked', NoParams>;

/**
 * What the counter is doing, as far as the customer's screen is concerned, and what the customer has
 * answered there. It lives as long as the program: nothing of it is written anywhere.
 */
export class CustomerScreen {
  private current: Doing = { kind: 'idle' };
  private consent: ConsentAnswer | null = null;
  private survey: SurveyAnswerThere | null = null;
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
    if ('askId' in doing && this.isAsking(doing)) {
      // What is saved is saved, whatever was tapped on its way.
      if (doing.seen < this.taps && !(doing.kind === 'survey' && doing.saved)) return;
      if (doing.kind === 'consent' && !sameChoices(this.consent, doing)) this.consent = null;
      if (doing.kind === 'survey' && !sameScores(this.survey, doing)) this.survey = null;
    } else {
      this.consent = null;
      this.survey = null;
      this.taps = 0;
    }
    this.current = doing;
    this.changed();
  }

  /** What the customer has chosen in this sign-up; null while what stands there is the cashier's. */
  consentTo(askId: string): Said<ConsentAnswer> {
    return this.isAsking({ kind: 'consent', askId })
      ? { taps: this.taps, answer: this.consent }
      : { taps: 0, answer: null };
  }

  /** What the customer has said in this survey; null while what stands there is the cashier's. */
  surveyTo(askId: string): Said<SurveyAnswerThere> {
    return this.isAsking({ kind: 'survey', askId })
      ? { taps: this.taps, answer: this.survey }
      : { taps: 0, answer: null };
  }

  /**
   * Two taps may be quicker than the screen: each says what it changes and nothing else, and what nobody has
   * seen there is not confirmed. Refused once that sign-up is over: the tap came too late.
   */
  takeConsent(askId: string, tap: ConsentTap): Late | undefined {
    if (this.current.kind !== 'consent' || this.current.askId !== askId) return refuse('not_asked');
    if (tap.kind === 'confirmation' && !sameChoices(tap, this.current)) return undefined;
    if (tap.kind === 'choice') this.current = { ...this.current, [tap.which]: tap.agreed };
    const { personalData, marketing } = this.current;
    this.consent = { personalData, marketing, confirmed: tap.kind === 'confirmation' };
    return this.tapped();
  }

  /** Refused once that survey is over or saved. */
  takeSurvey(askId: string, answer: SurveyAnswerThere): Late | undefined {
    if (this.current.kind !== 'survey' || this.current.askId !== askId || this.current.saved)
      return refuse('not_asked');
    this.current = { ...this.current, satisfaction: answer.satisfaction, recommend: answer.recommend };
    this.survey = answer;
    return this.tapped();
  }

  private tapped(): undefined {
    this.taps += 1;
    this.changed();
  }

  private isAsking({ kind, askId }: Pick<Asking, 'kind' | 'askId'>): boolean {
    return this.current.kind === kind && this.current.askId === askId;
  }
}

const sameChoices = (a: Choices | null, b: Choices): boolean =>
  a?.personalData === b.personalData && a.marketing === b.marketing;

const sameScores = (a: Scores | null, b: Scores): boolean =>
  a !== null && a.satisfaction === b.satisfaction && a.recommend === b.recommend;
