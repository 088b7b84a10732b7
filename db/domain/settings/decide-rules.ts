import { type Refusal, refuse } from '../refusal';
import { TIERS } from '../tiers/tier';
import { giftIsPoints } from '../tiers/typed-rights';
import type { BusinessDate } from '../units';
import { checkTemplates } from './check-coupons';
import { checkClasses, checkLost, checkRfm, checkValue } from './check-insights';
import {
  checkBudget,
  checkDimensions,
  checkFestivals,
  checkHours,
  checkReasons,
  checkScripts,
  checkTimeBands,
} from './check-service';
import type { Check, Complain, RuleProblem } from './rule-problem';
import type { Rate, ShopRules } from './shop-rules';

/** Points per fen, or fen per point: beyond this a large bill would leave what a number holds exactly. */
const MOST_PER_UNIT = 1000;
const MOST_TIMES = 10;

/** What the new rules are held against. */
export interface RulesBefore {
  /** The rules that they replace. */
  readonly before: ShopRules;
  /** The day from which they hold. */
  readonly from: BusinessDate;
}

/** Refuses rules that no bill could follow, with the first of them and where it stands. */
export function decideRules(
  rules: ShopRules,
  against: RulesBefore,
): ShopRules | Refusal<'invalid_rule', RuleProblem> {
  const [problem] = ruleProblems(rules, against);
  return problem === undefined ? rules : refuse('invalid_rule', problem);
}

/** Every rule that no bill could follow, in the order of the screen; none when all can be kept. */
export function ruleProblems(rules: ShopRules, { before, from }: RulesBefore): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const complain: Complain = (wrong, rule, at) => {
    if (wrong) problems.push({ rule, at });
  };
  for (const check of CHECKS) check(rules, complain);
  const templates = { before: before.coupons.templates, from };
  checkTemplates(rules.coupons.templates, templates, complain);
  checkReasons(rules, before, complain);
  return problems;
}

/** A rate over nothing; a step or a minimum that the worth of points cannot express in whole fen. */
const checkPoints: Check = ({ points }, complain) => {
  const { earn, redeem, redeemStep, redeemMinimum } = points;
  complain(earn.perFen <= 0 || earn.points > MOST_PER_UNIT * earn.perFen, 'earn_rate', 'points.earn.perFen');
  const worthless = redeem.points <= 0 || redeem.worthFen <= 0;
  complain(
    worthless || redeem.worthFen > MOST_PER_UNIT * redeem.points,
    'redeem_rate',
    'points.redeem.worthFen',
  );
  complain(
    redeemStep <= 0 || (!worthless && (redeemStep * redeem.worthFen) % redeem.points !== 0),
    'redeem_step',
    'points.redeemStep',
  );
  complain(redeemStep > 0 && redeemMinimum % redeemStep !== 0, 'redeem_minimum', 'points.redeemMinimum');
};

/** Resolved before it must be answered. */
const checkComplaints: Check = ({ complaints }, complain) =>
  complain(
    complaints.resolutionHours < complaints.responseHours,
    'complaint_hours',
    'complaints.resolutionHours',
  );

/** A level for nothing, a VIP for less than the level below; S44: a birthday that brings points. */
const checkTiers: Check = ({ tiers }, complain) => {
  for (const what of ['money', 'visits'] as const) {
    complain(tiers.loyal[what] <= 0, 'tier_thresholds', `tiers.loyal.${what}`);
    complain(
      tiers.vip[what] <= 0 || tiers.vip[what] < tiers.loyal[what],
      'tier_thresholds',
      `tiers.vip.${what}`,
    );
  }
  for (const tier of TIERS) {
    const { earnMultiplier, birthdayGift } = tiers.rights[tier];
    complain(!isMultiplier(earnMultiplier), 'tier_multiplier', `tiers.rights.${tier}.earnMultiplier`);
    complain(giftIsPoints(birthdayGift), 'gift_is_points', `tiers.rights.${tier}.birthdayGift`);
  }
};

/** A member day on which nothing is cheaper (S48); a percentage that waits for its days is fine. */
const checkMemberDay: Check = ({ memberDay }, complain) => {
  const { weekdays, monthDays, dates, percentOff } = memberDay;
  const hasDays = weekdays.length + monthDays.length + dates.length > 0;
  complain(hasDays && percentOff === 0, 'member_day', 'memberDay.percentOff');
};

/** Events that nobody could tell apart, that end before they begin, or that take points away. */
const checkEvents: Check = ({ birthday, earnEvents }, complain) => {
  complain(!isMultiplier(birthday.multiplier), 'event_multiplier', 'birthday.multiplier');
  for (const [index, { name, from, to, multiplier }] of earnEvents.entries()) {
    const twice = earnEvents.slice(0, index).some((earlier) => earlier.name === name);
    complain(name.trim() === '' || twice, 'event_name', `earnEvents.${index}.name`);
    complain(to < from, 'event_span', `earnEvents.${index}.to`);
    complain(!isMultiplier(multiplier), 'event_multiplier', `earnEvents.${index}.multiplier`);
  }
};

const CHECKS: readonly Check[] = [
  checkPoints,
  checkTiers,
  checkMemberDay,
  checkEvents,
  checkComplaints,
  checkHours,
  checkBudget,
  checkFestivals,
  checkScripts,
  checkDimensions,
  checkTimeBands,
  checkClasses,
  checkRfm,
  checkValue,
  checkLost,
];

const isMultiplier = ({ up, per }: Rate): boolean => up >= per && up <= MOST_TIMES * per;
