import { complaintStatistics } from '../complaints/statistics';
import type { StoreCalendar } from '../domain/calendar/business-day';
import type { Period } from '../domain/calendar/period';
import type { OnTime } from '../domain/complaints/statistics';
import { comparedWith, soFar } from '../domain/overview/compared';
import { loyaltyScore } from '../domain/overview/loyalty-score';
import { percentWithin } from '../domain/surveys/percent';
import { type BusinessDate, businessDate, fen, type Instant } from '../domain/units';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';
import { staffRanking } from '../surveys/ranking';
import { sharesIn } from '../surveys/results';

export interface IndicatorsAsked extends Period {
  readonly today: BusinessDate;
  readonly now: Instant;
  readonly calendar: StoreCalendar;
}

/**
 * The key figures of a period, as far as it is over, for the store and each member of staff (S17, S21, S85,
 * S86), beside those of what it is compared with. Reads every bill of both: see `LongReads`.
 */
export async function indicatorsIn(db: Reader, asked: IndicatorsAsked) {
  const period = soFar(asked, asked.today);
  const { rules } = await currentRules(db, asked.today);
  const staff = await staffRanking(db, { ...asked, ...period });
  return {
    targets: rules.surveys.targets,
    now: await ofStore(db, { ...asked, ...period }),
    before: await ofStore(db, { ...asked, ...comparedWith(period) }),
    staff: staff.map(({ staffId, name, satisfaction, repurchase, complaintsOnTime }) => ({
      ...{ staffId, name, satisfaction, repurchase, complaintsOnTime },
      loyaltyScore: loyaltyScore(satisfaction, repurchase),
    })),
    worth: await worthOfCustomer(db),
  };
}

async function ofStore(db: Reader, asked: IndicatorsAsked) {
  const { answers, satisfaction, loyalty, wordOfMouth, nps } = await sharesIn(db, asked);
  const { total, response, resolution } = await complaintStatistics(db, asked);
  return {
    ...{ answers, satisfaction, loyalty, wordOfMouth, nps },
    loyaltyScore: loyaltyScore(satisfaction, loyalty),
    complaints: total,
    answeredOnTime: shareOnTime(response),
    resolvedOnTime: shareOnTime(resolution),
  };
}

const shareOnTime = ({ onTime, of }: OnTime) => percentWithin(onTime, of);

const WORTH = `select run.as_of as asOf, count(*) as buyers, sum(i.spent_fen) as spent,
    count(i.expected_fen) as foretold, sum(i.expected_fen) as expected
  from insight_run run cross join member_insight i where i.bills > 0`;

interface WorthRow {
  readonly asOf: string | null;
  readonly buyers: number;
  readonly spent: number | null;
  readonly foretold: number;
  readonly expected: number | null;
}

/** The mean of everybody who ever bought, by the last run (S16, S21); null before one that knew a buyer. */
async function worthOfCustomer(db: Reader) {
  const [row] = await readOn(db, rows<WorthRow>(WORTH));
  if (row === undefined || row.asOf === null || row.buyers === 0) return null;
  return {
    asOf: businessDate(row.asOf),
    buyers: row.buyers,
    spent: fen(Math.round((row.spent ?? 0) / row.buyers)),
    expected: row.foretold === 0 ? null : fen(Math.round((row.expected ?? 0) / row.foretold)),
  };
}
