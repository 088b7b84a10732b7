import { insightOfMember } from '../../../db/insights/of-member';
import { hintOf } from '../../../db/insights/recommend';
import { standingOn, storedFinding } from '../../../db/insights/standing';
import { currentRules } from '../../../db/settings/queries';
import type { QueryCx, RoomHandlers } from '../context';

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

  views: (cx) => longRead(cx, 'insightViews'),
  worth: (cx) => cx.app.reads.read(cx.app.session.shop().opened.path, 'insightWorth', {}),
  pipeline: (cx) => longRead(cx, 'insightPipeline'),
  growth: (cx) => longRead(cx, 'insightGrowth'),

  ofMember: async (cx, { memberId }) => {
    const { rules } = await currentRules(cx.db, cx.today);
    return insightOfMember(cx.db, memberId, cx.today, rules);
  },
  hint: (cx, { memberId }) => hintOf(cx.db, memberId, cx.today),
  warnings: (cx, page) =>
    cx.app.reads.read(cx.app.session.shop().opened.path, 'warnings', { ...page, today: cx.today }),
};

/** Over all members: longer than the counter may wait. */
function longRead<Name extends 'insightViews' | 'insightPipeline' | 'insightGrowth'>(
  cx: QueryCx,
  name: Name,
) {
  return cx.app.reads.read(cx.app.session.shop().opened.path, name, { today: cx.today });
}
