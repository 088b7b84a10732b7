import { insightOfMember } from '../../../db/insights/of-member';
import { hintOf } from '../../../db/insights/recommend';
import { standingOn, storedFinding } from '../../../db/insights/standing';
import { currentRules } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';

export const insightsHandlers: RoomHandlers<'insights'> = {
  standing: async (cx) => {
    const { insightRuns } = cx.app;
    const standing = await standingOn(cx.db, cx.today);
    return { ...standing, running: insightRuns.running(), failed: insightRuns.hasFailed() };
  },
  run: (app) => {
    app.session.shop(); // without one there is nothing to run over
    return app.insightRuns.ask();
  },

  rfm: (cx) => storedFinding(cx.db, 'rfm'),
  pareto: (cx) => storedFinding(cx.db, 'pareto'),
  cohorts: (cx) => storedFinding(cx.db, 'cohorts'),
  clusters: (cx) => storedFinding(cx.db, 'clusters'),
  survival: (cx) => storedFinding(cx.db, 'survival'),
  model: (cx) => storedFinding(cx.db, 'model'),
  forecast: (cx) => storedFinding(cx.db, 'forecast'),
  products: (cx) => storedFinding(cx.db, 'products'),

  // Over all members: longer than the counter may wait.
  views: ({ readLong, today }) => readLong('insightViews', { today }),
  worth: ({ readLong }) => readLong('insightWorth', {}),
  pipeline: ({ readLong, today }) => readLong('insightPipeline', { today }),
  growth: ({ readLong, today }) => readLong('insightGrowth', { today }),
  warnings: ({ readLong, today }, page) => readLong('warnings', { ...page, today }),

  ofMember: async (cx, { memberId }) => {
    const { rules } = await currentRules(cx.db, cx.today);
    return insightOfMember(cx.db, memberId, cx.today, rules);
  },
  hint: (cx, { memberId }) => hintOf(cx.db, memberId, cx.today),
};
