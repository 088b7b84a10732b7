import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { doneDuring, inHand, timeTaken } from '../../../db/domain/practice/course';
import type { Cast, Doings, Stage } from '../../../db/domain/practice/doings';
import { EXERCISES, type Exercise, STEPS } from '../../../db/domain/practice/exercises';
import { doneAt } from '../../../db/domain/practice/finding';
import { judge } from '../../../db/domain/practice/judge';
import { whoOf } from '../../../db/domain/practice/tasks';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { Instant } from '../../../db/domain/units';
import { castOf } from '../../../db/practice/cast';
import { doingsSince, tiersOf } from '../../../db/practice/queries';
import { currentRules } from '../../../db/settings/queries';
import type { ExerciseView } from '../../contract/practice';
import type { ActCx, RoomHandlers } from '../context';
import { momentIn } from '../moment';
import type { PracticeRun, Run } from '../practice-run';
import type { Shop } from '../shop';

export const practiceHandlers: RoomHandlers<'practice'> = {
  begin: async (cx) => {
    const view = await cx.session.openPractice();
    if (view instanceof Refusal) return view;
    const shop = cx.session.shop();
    const now = momentIn(shop, cx.sources);
    const cast = await castOf(shop.opened.db, businessDateOf(now, shop.calendar));
    cx.practice.begin(shop, cast, now);
    cx.emit({ type: 'data-changed', scopes: ['practice'] });
    return view;
  },

  leave: (cx) => cx.session.leavePractice(),

  standing: async (cx) => {
    const run = cx.app.practice.of(cx.app.session.openShop());
    const now = run && inHand(run.course);
    if (run === undefined || now === undefined) return null;
    const doings = await doingsSince(cx.db, run.since, cx.today);
    const { rules } = await currentRules(cx.db, cx.today);
    const tiers = await tiersOf(cx.db, membersIn(run.cast));
    const stage: Stage = { cast: run.cast, rules, today: cx.today, tiers, readAt: run.readAt };
    return {
      inHand: now,
      exercises: EXERCISES.map((one) => viewOf(one, { run, doings, stage, now: cx.now })),
    };
  },

  take: (cx, { exercise }) => changed(cx, (run, shop, now) => run.take(shop, exercise, now)),
  again: (cx, { exercise }) => changed(cx, (run, shop, now) => run.again(shop, exercise, now)),
  haveRead: (cx) => changed(cx, (run, shop, now) => run.haveRead(shop, now)),
};

function changed(cx: ActCx, change: (run: PracticeRun, shop: Shop | undefined, now: Instant) => boolean) {
  const shop = cx.session.openShop();
  const now = shop === undefined ? cx.sources.clock() : momentIn(shop, cx.sources);
  if (!change(cx.practice, shop, now)) return refuse('not_practising');
  cx.emit({ type: 'data-changed', scopes: ['practice'] });
  return {};
}

const membersIn = ({ zhangSan, zhangMin, liJing, liuFang, couponHolder }: Cast): string[] =>
  [zhangSan, zhangMin, liJing, liuFang, couponHolder].map(({ id }) => id);

function viewOf(
  exercise: Exercise,
  { run, doings, stage, now }: { run: Run; doings: Doings; stage: Stage; now: Instant },
): ExerciseView {
  const finding = judge(exercise, doneDuring(run.course, exercise, doings), stage);
  const end = doneAt(finding);
  const who = whoOf(exercise, run.cast);
  return {
    exercise,
    who: who && { name: who.name, tail: who.tail },
    amount: exercise === 'refund' ? run.cast.bill.half : null,
    steps: STEPS[exercise].map((step, index) => ({ step, done: finding.steps[index] !== null })),
    done: end !== null,
    difference: end === null ? finding.difference : null,
    tookMs: timeTaken(run.course, exercise, end ?? now),
  };
}
