import type { QueryCx, RoomHandlers } from '../context';
import type { AskedOf, ReadName } from '../jobs/reads';

/** The owner's page, all of it in threads of its own: even two days of a busy shop are thousands of bills. */
export const overviewHandlers: RoomHandlers<'overview'> = {
  today: (cx) => longRead(cx, 'overviewToday', { today: cx.today, now: cx.now }),

  figures: (cx, period) => longRead(cx, 'overviewFigures', { ...period, today: cx.today }),

  customers: (cx, period) => longRead(cx, 'overviewCustomers', { ...period, today: cx.today }),

  indicators: (cx, period) => {
    const { today, now, calendar } = cx;
    return longRead(cx, 'overviewIndicators', { ...period, today, now, calendar });
  },
};

function longRead<Name extends ReadName>({ app }: QueryCx, name: Name, asked: AskedOf<Name>) {
  return app.reads.read(app.session.shop().opened.path, name, asked);
}
