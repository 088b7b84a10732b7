import type { RoomHandlers } from '../context';

/** The owner's page, all of it in threads of its own: even two days of a busy shop are thousands of bills. */
export const overviewHandlers: RoomHandlers<'overview'> = {
  today: ({ readLong, today, now }) => readLong('overviewToday', { today, now }),
  figures: ({ readLong, today }, period) => readLong('overviewFigures', { ...period, today }),
  customers: ({ readLong, today }, period) => readLong('overviewCustomers', { ...period, today }),
  indicators: ({ readLong, today, now, calendar }, period) =>
    readLong('overviewIndicators', { ...period, today, now, calendar }),
};
