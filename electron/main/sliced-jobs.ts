import { endBatch, issueSlice, runningBatch } from '../../db/coupons/batches';
import { runningRound, takeSlice } from '../../db/segments/rounds';
import { type FindJob, SLICE } from './sliced-work';

/** Campaigns: a coupon for each member of a batch. */
export const couponBatches: FindJob = async (db) => {
  const batch = await runningBatch(db);
  if (batch === null) return null;
  let after = '';
  return {
    staffId: batch.staffId,
    ruleVersion: batch.ruleVersion,
    scopes: ['coupons', 'members'],
    slice: async (tx, stamp) => {
      // What stood still until nobody could use its coupons any more issues none.
      const over = stamp.today > batch.draft.lastDay;
      const { issued, last } = over
        ? { issued: [], last: null }
        : issueSlice(tx, batch, { after, most: SLICE }, stamp);
      if (last === null) await endBatch(tx, batch.id);
      else after = last;
      return { touched: issued, more: last !== null };
    },
  };
};

/** Care tasks and invitations: one for each member of a round. */
export const careRounds: FindJob = async (db) => {
  const round = await runningRound(db);
  return (
    round && {
      staffId: round.staff_id,
      ruleVersion: round.rule_version,
      scopes: ['care', 'invitations'],
      slice: async (tx, stamp) => ({ touched: [], more: takeSlice(tx, round, SLICE, stamp) }),
    }
  );
};
