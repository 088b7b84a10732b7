import type { Doings, Stage } from './doings';
import { bestOf, differs, type Finding } from './finding';
import { TASKS } from './tasks';

const ONE_OPEN: Finding = { steps: [null], difference: null };
const TWO_OPEN: Finding = { steps: [null, null], difference: null };

/** Two members with the same last digits: the tag went to the right one. */
export const judgeFind = ({ tagged }: Doings, { cast }: Stage): Finding =>
  bestOf(
    tagged
      .filter(({ tag }) => TASKS.find.tags.some((asked) => tag.toLowerCase().includes(asked)))
      .map(({ memberId, at }) =>
        memberId === cast.zhangMin.id
          ? { steps: [at], difference: null }
          : { steps: [null], difference: differs('other_member') },
      ),
    ONE_OPEN,
  );

/** S28: nothing is sent to whoever did not ask for it. */
export const judgeSignUp = ({ signedUp }: Doings): Finding =>
  bestOf(
    signedUp.map(({ phone, marketing, at }) => {
      if (phone !== TASKS.sign_up.phone) return { steps: [null, null], difference: differs('phone_differs') };
      return {
        steps: [at, marketing ? null : at],
        difference: marketing ? differs('marketing_unasked') : null,
      };
    }),
    TWO_OPEN,
  );

export const judgeRefund = ({ refunded }: Doings, { cast }: Stage): Finding =>
  bestOf(
    refunded.map(({ purchaseId, amount, at }) => {
      if (purchaseId !== cast.bill.purchaseId) return { steps: [null], difference: differs('other_bill') };
      return amount === cast.bill.half
        ? { steps: [at], difference: null }
        : { steps: [null], difference: differs('refund_differs', { amount: cast.bill.half }) };
    }),
    ONE_OPEN,
  );

/** S44: the birthday's gift is a thing that is handed over. */
export const judgeBirthday = ({ handedOver }: Doings, { cast }: Stage): Finding =>
  bestOf(
    handedOver.map(({ memberId, trigger, at }) => {
      if (memberId !== cast.zhangSan.id) return { steps: [null], difference: differs('gift_of_another') };
      return trigger === 'birthday'
        ? { steps: [at], difference: null }
        : { steps: [null], difference: differs('coupon_not_gift') };
    }),
    ONE_OPEN,
  );

export const judgeSurvey = ({ answered }: Doings, { cast }: Stage): Finding =>
  bestOf(
    answered.map(({ memberId, satisfaction, recommend, at }) => {
      if (memberId !== cast.liJing.id) return { steps: [null], difference: differs('other_member') };
      const asSaid = satisfaction === TASKS.survey.satisfaction && recommend === TASKS.survey.recommend;
      return asSaid
        ? { steps: [at], difference: null }
        : { steps: [null], difference: differs('scores_differ') };
    }),
    ONE_OPEN,
  );

/** A call counts with what came of it: without an outcome nobody knows whether to call again (S57, S60). */
export const judgeCall = ({ contacted }: Doings): Finding =>
  bestOf(
    contacted.map(({ channel, at, outcomeAt }) => {
      if (channel !== 'phone') return { steps: [null, null], difference: differs('not_by_phone') };
      return { steps: [at, outcomeAt], difference: null };
    }),
    TWO_OPEN,
  );

export const judgeDayClose = ({ closed }: Doings, { today }: Stage): Finding =>
  bestOf(
    closed.map(({ date, at }) =>
      date === today
        ? { steps: [at], difference: null }
        : { steps: [null], difference: differs('other_day') },
    ),
    ONE_OPEN,
  );
