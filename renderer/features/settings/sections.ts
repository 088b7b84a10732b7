/** The parts of the rules, in the order of the index; each owns the rules whose paths begin so. */
const RULE_SECTIONS = {
  points: ['points.'],
  tiers: ['tiers.'],
  days: ['memberDay.', 'birthday.'],
  coupons: ['coupons.'],
  events: ['earnEvents.'],
  complaints: ['complaints.'],
  hours: ['hours.'],
  care: [
    'care.budget.',
    'care.quiet.',
    'care.firstPurchaseDays',
    'care.birthdayDays',
    'care.complaintDays',
    'care.dormantDays',
    'care.nurtureDays',
    'care.refreshMonths',
    'care.controlPercent',
    'care.off',
    'care.festivals',
  ],
  scripts: ['care.scripts'],
  surveys: ['surveys.'],
  bands: ['timeBands'],
  insights: ['insights.'],
  staff: ['staff.'],
} as const;
export type RuleSection = keyof typeof RULE_SECTIONS;
export const RULE_SECTION_NAMES = [
  'points',
  'tiers',
  'days',
  'coupons',
  'events',
  'complaints',
  'hours',
  'care',
  'scripts',
  'surveys',
  'bands',
  'insights',
  'staff',
] as const;

/** The section in which a rule or a problem stands. */
export const sectionOf = (path: string): RuleSection | undefined =>
  RULE_SECTION_NAMES.find((name) => RULE_SECTIONS[name].some((start) => path.startsWith(start)));

export const sectionsOf = (paths: readonly string[]): readonly RuleSection[] =>
  RULE_SECTION_NAMES.filter((name) => paths.some((path) => sectionOf(path) === name));
