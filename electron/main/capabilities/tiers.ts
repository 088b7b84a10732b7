import { Refusal, refuse } from '../../../db/domain/refusal';
import { decideByHand } from '../../../db/domain/tiers/by-hand';
import { standingAfter } from '../../../db/domain/tiers/judge';
import type { Standing } from '../../../db/domain/tiers/standing';
import { currentRules } from '../../../db/settings/queries';
import { appendTierChanges, settleTier } from '../../../db/tiers/commands';
import { whyTier } from '../../../db/tiers/queries';
import type { RoomHandlers } from '../context';
import { stampOf } from '../stamp';

export const tiersHandlers: RoomHandlers<'tiers'> = {
  why: (cx, { memberId }) =>
    whyTier(cx.db, memberId, { today: cx.today, now: cx.now, staffName: cx.staff.name }),

  setByHand: async (cx, { memberId, ...level }) => {
    const { version } = await currentRules(cx.tx, cx.today);
    const stamp = stampOf(cx, version);
    const account = settleTier(cx.tx, memberId, stamp);
    if (account === null) return refuse('member_gone');
    const { standing, bills } = account;
    const rules = account.rules.on(cx.today);
    const decided = decideByHand({ standing, level, bills, today: cx.today, rules });
    if (decided instanceof Refusal) return decided;

    appendTierChanges(cx.tx, memberId, decided, {}, stamp);
    cx.touch(memberId);
    const after = standingAfter(standing, decided);
    const { tier, until } = after;
    cx.audit({
      about: { kind: 'member', id: memberId },
      why: level.reason,
      before: plainStanding(standing),
      after: plainStanding(after),
    });
    return { tier, until };
  },
};

/** A level as the audit trail tells it. */
const plainStanding = ({ tier, until, fixed }: Standing) => ({ tier, until, fixed });
