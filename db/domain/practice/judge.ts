import type { Doings, Stage } from './doings';
import type { Exercise } from './exercises';
import type { Finding } from './finding';
import { judgeFishOil } from './judge-complaints';
import {
  judgeBirthday,
  judgeCall,
  judgeDayClose,
  judgeFind,
  judgeRefund,
  judgeSignUp,
  judgeSurvey,
} from './judge-daily';
import { judgeCoupon, judgeEntitled, judgeReceipt, judgeRedeem, judgeSale } from './judge-sales';

type Judge = (doings: Doings, stage: Stage) => Finding;

const JUDGES: Readonly<Record<Exercise, Judge>> = {
  find: judgeFind,
  sign_up: judgeSignUp,
  sale: ({ sold }, stage) => judgeSale(sold, stage),
  coupon: ({ sold }, stage) => judgeCoupon(sold, stage),
  redeem: ({ sold }, stage) => judgeRedeem(sold, stage),
  receipt: ({ sold }, stage) => judgeReceipt(sold, stage),
  refund: judgeRefund,
  birthday: judgeBirthday,
  discount: judgeDiscount,
  fish_oil: ({ complained }, stage) => judgeFishOil(complained, stage),
  survey: judgeSurvey,
  care_call: judgeCall,
  day_close: judgeDayClose,
  leaving: (_doings, { readAt }) => ({ steps: [readAt], difference: null }),
};

/** How far an exercise has come, by what was really done while it was in hand; no click counts. */
export const judge = (exercise: Exercise, doings: Doings, stage: Stage): Finding =>
  JUDGES[exercise](doings, stage);

/** S83's second scene: the customer gets what they are entitled to, and hears that it was put right. */
function judgeDiscount({ sold, complained }: Doings, stage: Stage): Finding {
  const { steps, difference } = judgeEntitled(sold, stage);
  const resolved = complained.find(
    ({ memberId, resolvedAt }) => memberId === stage.cast.liuFang.id && resolvedAt !== null,
  );
  return { steps: [...steps, resolved?.resolvedAt ?? null], difference };
}
