import type SQLite from 'better-sqlite3';
import type { TierRules } from '../domain/settings/shop-rules';
import { advanceTier, standingAfter } from '../domain/tiers/judge';
import type { RuleCalendar, Standing, TierChange } from '../domain/tiers/standing';
import { decideTakeBack, upgradesOf } from '../domain/tiers/take-back';
import type { Tier } from '../domain/tiers/tier';
import type { TierBill } from '../domain/tiers/window';
import { type BusinessDate, type Fen, fen } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { changeRow, type TierAbout } from '../tiers/mapping';
import { inserter } from './rows';

/** Everybody's level, judged like at the counter: at each sale and refund, and every morning. */
export interface Levels {
  readonly of: (memberId: string) => Tier;
  readonly sold: (memberId: string, purchaseId: string, money: Fen, stamp: Stamp) => void;
  /** `money` went back; with `whole` nothing of the bill is left. */
  readonly refunded: (
    memberId: string,
    of: {
      readonly purchaseId: string;
      readonly refundId: string;
      readonly money: Fen;
      readonly whole: boolean;
    },
    stamp: Stamp,
  ) => void;
  /** Protections that ended yesterday. */
  readonly morning: (stamp: Stamp) => void;
  /** Writes onto the members how they stand at the end of the story. */
  readonly finish: () => void;
}

interface Course {
  standing: Standing;
  readonly bills: TierBill[];
  readonly history: TierChange[];
}

export function levelsOn(
  raw: SQLite.Database,
  {
    joinedOn,
    version,
    tiers,
  }: {
    readonly joinedOn: ReadonlyMap<string, BusinessDate>;
    readonly version: number;
    readonly tiers: TierRules;
  },
): Levels {
  const insert = inserter(raw, 'tier_change', COLUMNS);
  const stand = raw.prepare(
    'update member set tier = ?, tier_since = ?, tier_until = ?, tier_fixed = 0 where id = ?',
  );
  // The shop of the story never changes its rules.
  const rules: RuleCalendar = { on: () => ({ version, tiers }), changesBetween: () => [] };
  const courses = new Map<string, Course>();

  function courseOf(memberId: string): Course {
    const known = courses.get(memberId);
    if (known !== undefined) return known;
    const since = joinedOn.get(memberId);
    if (since === undefined) throw new Error('a sale to nobody');
    const course: Course = {
      standing: { tier: 'regular', since, until: null, fixed: false },
      bills: [],
      history: [],
    };
    courses.set(memberId, course);
    return course;
  }

  function write(memberId: string, changes: readonly TierChange[], about: TierAbout, stamp: Stamp): void {
    const course = courseOf(memberId);
    for (const change of changes) insert(changeRow(memberId, change, about, stamp));
    course.history.push(...changes);
    course.standing = standingAfter(course.standing, changes);
  }

  function judge(memberId: string, about: TierAbout, stamp: Stamp): void {
    const { standing, bills } = courseOf(memberId);
    const { today } = stamp;
    write(memberId, advanceTier({ standing, bills, judgedOn: today, today, rules }), about, stamp);
  }

  return {
    of: (memberId) => courses.get(memberId)?.standing.tier ?? 'regular',

    sold: (memberId, purchaseId, money, stamp) => {
      courseOf(memberId).bills.push({ purchaseId, on: stamp.today, money, stands: true });
      judge(memberId, { purchaseId }, stamp);
    },

    refunded: (memberId, { purchaseId, refundId, money, whole }, stamp) => {
      const { bills, history, standing } = courseOf(memberId);
      const at = bills.findIndex((bill) => bill.purchaseId === purchaseId);
      const bill = bills[at];
      if (bill === undefined) throw new Error('a refund of no sale');
      bills[at] = { ...bill, money: fen(bill.money - money), stands: !whole };
      const upgrades = upgradesOf(history);
      const changes = decideTakeBack({ standing, upgrades, bills, today: stamp.today, rules });
      write(memberId, changes, { purchaseId, refundId }, stamp);
    },

    morning: (stamp) => {
      for (const [memberId, { standing }] of courses) {
        if (standing.until !== null && standing.until < stamp.today) judge(memberId, {}, stamp);
      }
    },

    finish: () => {
      for (const [memberId, { standing, history }] of courses) {
        if (history.length > 0) stand.run(standing.tier, standing.since, standing.until, memberId);
      }
    },
  };
}

const COLUMNS = [
  'id',
  'member_id',
  'kind',
  'from_tier',
  'to_tier',
  'from_since',
  'from_until',
  'since',
  'until',
  'fixed',
  'money_fen',
  'visits',
  'reason',
  'purchase_id',
  'refund_id',
  'rule_version',
  'business_date',
  'at',
  'staff_id',
] as const;
