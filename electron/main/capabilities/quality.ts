import { Refusal } from '../../../db/domain/refusal';
import { tellApart, untellApart } from '../../../db/quality/commands';
import type { RoomHandlers } from '../context';

/** Over all members: longer than the counter may wait, so read in a thread of their own. */
export const qualityHandlers: RoomHandlers<'quality'> = {
  standing: ({ app, today }) => app.reads.read(app.session.shop().opened.path, 'qualityStanding', { today }),
  list: ({ app, today }, asked) =>
    app.reads.read(app.session.shop().opened.path, 'qualityList', { ...asked, today }),
  duplicates: ({ app }, page) => app.reads.read(app.session.shop().opened.path, 'likelyPairs', page),

  tellApart: async ({ tx, now, staff }, pair) => {
    const refused = await tellApart(tx, pair, { now, staffId: staff.id });
    return refused instanceof Refusal ? refused : {};
  },
  untellApart: async ({ tx }, pair) => {
    const refused = await untellApart(tx, pair);
    return refused instanceof Refusal ? refused : {};
  },
};
