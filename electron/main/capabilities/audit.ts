import { headIn } from '../../../db/audit/append';
import { wholeEntry } from '../../../db/audit/entry';
import { type KnownHead, knownHead } from '../../../db/audit/head-file';
import { lastMoment } from '../../../db/audit/moment';
import { actsIn, trailHead, trailPage } from '../../../db/audit/queries';
import { closeBefore } from '../../../db/days/queries';
import { clockState } from '../../../db/domain/audit/clock';
import { addDays } from '../../../db/domain/calendar/business-day';
import { refuse } from '../../../db/domain/refusal';
import { currentRules } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';

/** So many days of the watch list are read at once. */
const WATCHED_DAYS = 92;
const ANYTHING = { staffId: null, act: null, from: null, to: null };

export const auditHandlers: RoomHandlers<'audit'> = {
  list: (cx, asked) => trailPage(cx.db, asked),

  ofMember: (cx, { memberId, ...page }) =>
    trailPage(cx.db, { ...ANYTHING, ...page, subject: { kind: 'member', id: memberId } }),

  acts: (cx) => actsIn(cx.db),

  entry: (cx, { seq }) => wholeEntry(cx.db, seq),

  standing: async (cx) => {
    const head = await trailHead(cx.db);
    const close = await closeBefore(cx.db, null);
    const lastClose =
      close === null
        ? null
        : { date: close.date, round: close.round, seq: close.auditSeq, hash: close.auditHash };
    return { entries: head?.seq ?? 0, head, lastClose, ...cx.app.trail.standing() };
  },

  verify: (cx) => cx.trail.verify(),

  acceptEnd: async (cx) => {
    if (await cx.trail.isKnown()) return refuse('nothing_to_accept');
    const shop = cx.session.shop();
    const head = await trailHead(shop.opened.db);
    const plain = (end: KnownHead | null) => (end === null ? null : { seq: end.seq, hash: end.hash });
    await cx.audit({ before: plain(knownHead(shop.opened.path)), after: plain(head) });
    await cx.trail.acceptEnd();
    return await cx.trail.verify();
  },

  clock: (cx) => {
    const now = cx.app.sources.clock();
    const lastAt = lastMoment(cx.raw);
    return { state: clockState(now, lastAt), now, lastAt };
  },

  confirmClock: (cx) => {
    const head = headIn(cx.tx);
    if (clockState(cx.now, head?.at ?? null) === 'right') return refuse('clock_right');
    cx.audit({ before: head?.at ?? null, after: cx.now });
    return { at: cx.now };
  },

  watchList: async (cx, { from, to }) => {
    const earliest = addDays(to, 1 - WATCHED_DAYS);
    const { rules } = await currentRules(cx.db, cx.today);
    const asked = { from: from < earliest ? earliest : from, to, limits: rules.staff.watch };
    return { findings: await cx.readLong('watchList', asked) };
  },
};
