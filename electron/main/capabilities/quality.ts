import { Refusal } from '../../../db/domain/refusal';
import { tellApart, untellApart } from '../../../db/quality/commands';
import type { RoomHandlers } from '../context';

/** Over all members: longer than the counter may wait, so read in a thread of their own. */
export const qualityHandlers: RoomHandlers<'quality'> = {
  standing: ({ readLong, today }) => readLong('qualityStanding', { today }),
  list: ({ readLong, today }, asked) => readLong('qualityList', { ...asked, today }),
  duplicates: ({ readLong }, page) => readLong('likelyPairs', page),

  tellApart: async ({ tx, now, staff }, pair) => {
    const refused = await tellApart(tx, pair, { now, staffId: staff.id });
    return refused instanceof Refusal ? refused : {};
  },
  untellApart: async ({ tx }, pair) => {
    const refused = await untellApart(tx, pair);
    return refused instanceof Refusal ? refused : {};
  },
};
