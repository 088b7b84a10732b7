import { anniversaries, birthdays, dataChecks, festivals } from './days-of-the-year';
import { followUps, plans } from './promises';
import { firstPurchases, referrals } from './purchases';
import { churnWarnings, missedByHabit, newcomers, silences } from './silence';
import type { Source } from './source';

/** Everything that makes tasks by itself; invitations and tasks by hand are made by who wants them. */
export const SOURCES: readonly Source[] = [
  followUps,
  firstPurchases,
  plans,
  birthdays,
  anniversaries,
  festivals,
  silences,
  churnWarnings,
  missedByHabit,
  referrals,
  dataChecks,
  newcomers,
];
