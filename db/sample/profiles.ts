import type SQLite from 'better-sqlite3';
import { EDUCATIONS, INCOMES, NEEDS, PRICE_SENSITIVITIES } from '../domain/members/profile';
import type { Joining } from './members';
import { type Random, randomFrom } from './random';
import { inserter } from './rows';

/** One in four has told something of themselves, mostly when they joined. */
const TOLD = 0.25;

const OCCUPATIONS = ['教师', '会计', '程序员', '护士', '自由职业', '退休', '学生', '店主', '设计师'] as const;
const INTERESTS = ['烘焙', '露营', '带娃', '健身', '养猫', '摄影', '读书', '瑜伽', '骑行'] as const;

/** What some members have told of their work and life (S10, S11, S33). */
export function writeProfiles(
  raw: SQLite.Database,
  { seed, joinings }: { readonly seed: number; readonly joinings: readonly Joining[] },
): void {
  // Chance of its own: what is told here changes nothing in the rest of the story.
  const random = randomFrom(seed ^ 0x2545f491);
  const profile = inserter(raw, 'member_profile', [
    ...(['member_id', 'occupation', 'income', 'education', 'price_sensitivity', 'needs'] as const),
    ...(['updated_at', 'staff_id'] as const),
  ]);
  const interest = inserter(raw, 'member_interest', ['member_id', 'interest', 'position']);
  for (const { id, at, staffId } of joinings) {
    if (!random.chance(TOLD)) continue;
    profile({
      member_id: id,
      occupation: random.chance(0.7) ? random.pick(OCCUPATIONS) : '',
      income: sometimes(random, INCOMES),
      education: sometimes(random, EDUCATIONS),
      price_sensitivity: sometimes(random, PRICE_SENSITIVITIES),
      needs: JSON.stringify(NEEDS.filter(() => random.chance(0.4))),
      updated_at: at,
      staff_id: staffId,
    });
    const liked = INTERESTS.filter(() => random.chance(0.15));
    liked.forEach((name, position) => {
      interest({ member_id: id, interest: name, position });
    });
  }
}

const sometimes = <T>(random: Random, of: readonly T[]): T | null =>
  random.chance(0.5) ? random.pick(of) : null;
