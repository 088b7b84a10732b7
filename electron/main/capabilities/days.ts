import { headIn } from '../../../db/audit/append';
import { sealDay, stampOfFigures } from '../../../db/days/commands';
import { figuresOfDay } from '../../../db/days/figures';
import { lateRows } from '../../../db/days/late';
import { closeBefore, closeById, closesOf, closesPage, openDays } from '../../../db/days/queries';
import { refuse } from '../../../db/domain/refusal';
import { readIn, readOn } from '../../../db/reading';
import { storeRow } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';

export const daysHandlers: RoomHandlers<'days'> = {
  preview: async (cx, asked) => {
    const date = asked.date ?? cx.today;
    const figures = await readOn(cx.db, figuresOfDay(date, cx.calendar));
    const closes = await closesOf(cx.db, date);
    const [last] = closes;
    return {
      ...{ date, isToday: date === cx.today, figures, stamp: stampOfFigures(figures), closes },
      late: last === undefined ? [] : await lateRows(cx.db, date, last.auditSeq),
      open: await openDays(cx.db, cx.today),
    };
  },

  close: async (cx, { date, stamp }) => {
    if (date > cx.today) return refuse('day_not_begun');
    const figures = readIn(cx.tx, figuresOfDay(date, cx.calendar));
    if (stampOfFigures(figures) !== stamp) return refuse('figures_changed');
    const [last] = await closesOf(cx.tx, date);
    const sealed = last === undefined ? undefined : await closeById(cx.tx, last.id);
    if (sealed !== undefined && stampOfFigures(sealed.figures) === stamp)
      return refuse('already_closed', { closeId: sealed.id });
    const head = headIn(cx.tx);
    if (head === undefined) throw new Error('a trail that has not begun');

    const id = cx.newId();
    const round = sealDay(cx.tx, { id, date, figures, head, staffId: cx.staff.id, now: cx.now });
    cx.audit({ about: { kind: 'day', id }, after: { close: id, date, round, figures: stamp } });
    return { closeId: id, round };
  },

  closes: (cx, page) => closesPage(cx.db, page),

  sheet: async (cx, { closeId }) => {
    const close = await closeById(cx.db, closeId);
    if (close === undefined) return null;
    const [newest] = await closesOf(cx.db, close.date);
    const before = await closeBefore(cx.db, close.auditSeq);
    return {
      ...close,
      storeName: (await storeRow(cx.db)).name,
      replaced: newest !== undefined && newest.round > close.round,
      late: await lateRows(cx.db, close.date, close.auditSeq),
      previous:
        before === null
          ? null
          : {
              ...{ date: before.date, round: before.round },
              ...{ auditSeq: before.auditSeq, auditHash: before.auditHash },
            },
    };
  },
};
