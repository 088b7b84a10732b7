import { decideAdjust } from '../../../db/domain/points/adjust';
import { decideExpire } from '../../../db/domain/points/expire';
import { after, usableOf } from '../../../db/domain/points/ledger';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { appendEntries } from '../../../db/points/commands';
import { accountIn, adjustedOn, entriesOf, openLots } from '../../../db/points/queries';
import { whyBalance, whyLot } from '../../../db/points/why';
import { currentRules } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';
import { refusedOn } from '../giver';
import { stampOf } from '../stamp';

export const pointsHandlers: RoomHandlers<'points'> = {
  entries: (cx, { memberId, ...page }) => entriesOf(cx.db, memberId, page),

  lots: (cx, { memberId }) => openLots(cx.db, memberId, cx.today),

  whyBalance: (cx, { memberId }) => whyBalance(cx.db, memberId, cx.today),

  whyLot: (cx, { lotId }) => whyLot(cx.db, lotId),

  liability: ({ readLong, today }) => readLong('liability', today),

  adjust: async (cx, { memberId, points, reason }) => {
    const account = accountIn(cx.tx, memberId);
    if (account === null || !account.active) return refuse('member_gone');
    const own = refusedOn(cx, memberId);
    if (own !== undefined) return own;
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const adjustedToday = await adjustedOn(cx.tx, cx.staff.id, cx.today);

    const expired = decideExpire(account.holdings, cx.today);
    const holdings = after(account.holdings, expired);
    const adjusted = decideAdjust({
      ...{ holdings, points, reason, today: cx.today, lotId: cx.newId() },
      by: { role: cx.authority, adjustedToday, second: cx.secondPerson('manager') },
      ...{ rules: rules.points, fourEyes: rules.staff.fourEyes },
    });
    if (adjusted instanceof Refusal) return adjusted;

    await appendEntries(cx.tx, [...expired, ...adjusted], { memberId }, stampOf(cx, version));
    cx.touch(memberId);
    const [was, is] = [holdings, after(holdings, adjusted)].map((held) => usableOf(held, cx.today));
    cx.audit({
      about: { kind: 'member', id: memberId },
      why: reason,
      before: { balance: was ?? null },
      after: { balance: is ?? null, points },
    });
    return { balance: usableOf(after(holdings, adjusted), cx.today) };
  },
};
