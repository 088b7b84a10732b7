import { Refusal } from '../../../db/domain/refusal';
import { type Masked, masked } from '../../../db/domain/slips/masked';
import type { Points } from '../../../db/domain/units';
import { usablePoints } from '../../../db/points/queries';
import { faceOf, saleForSlip } from '../../../db/slips/queries';
import type { CustomerView, Doing } from '../../contract/display';
import type { AppCx, QueryCx, RoomHandlers } from '../context';

const IDLE: CustomerView = { kind: 'idle' };

export const displayHandlers: RoomHandlers<'display'> = {
  customerView: async (cx) => {
    const store = cx.app.session.view();
    if (store.state !== 'open') return { store: '', view: IDLE };
    return { store: store.name, view: await viewOf(cx, cx.app.customer.doing()) };
  },
  answerConsent: (app, { askId, tap }) => {
    const refused = app.customer.takeConsent(askId, tap);
    return refused instanceof Refusal ? refused : {};
  },
  consentAnswer: (cx, { askId }) => cx.app.customer.consentTo(askId),
  answerSurvey: (app, { askId, ...answer }) => {
    const refused = app.customer.takeSurvey(askId, answer);
    return refused instanceof Refusal ? refused : {};
  },
  surveyAnswer: (cx, { askId }) => cx.app.customer.surveyTo(askId),
  show: (app, doing) => {
    app.customer.show(doing);
    return {};
  },
  placement: (cx) => {
    const { screenId } = cx.app.preferences.get().display;
    const { customerWindow } = cx.app;
    return { open: customerWindow.isOpen(), screenId, screens: customerWindow.screens() };
  },
  open: (app, { screenId }) => {
    app.customerWindow.open(screenId);
    keep(app, { open: true, screenId });
    return {};
  },
  close: (app) => {
    app.customerWindow.close();
    customerWindowLeft(app);
    return {};
  },
};

/** Closed, by its own button or from the counter: at the next start it stays closed. */
export const customerWindowLeft = (app: AppCx): void =>
  keep(app, { ...app.preferences.get().display, open: false });

function keep(app: AppCx, display: { open: boolean; screenId: number | null }): void {
  app.preferences.change({ display });
  app.emit({ type: 'data-changed', scopes: ['preferences'] });
}

/** The one place where what the customer sees is made: everything about a person goes in whole and comes out masked. */
async function viewOf(cx: QueryCx, doing: Doing): Promise<CustomerView> {
  switch (doing.kind) {
    case 'idle':
      return IDLE;
    case 'member':
      return await memberView(cx, doing.memberId);
    case 'sale': {
      const who = await whoIs(cx, doing.memberId);
      return who === null ? IDLE : { kind: 'sale', ...who, steps: doing.steps, earns: doing.earns };
    }
    case 'thanks':
      return await thanksFor(cx, doing.purchaseId);
    case 'consent': {
      const { seen: _, ...asked } = doing;
      return { ...asked, confirmed: cx.app.customer.consentTo(doing.askId).answer?.confirmed ?? false };
    }
    case 'survey': {
      const { seen: _, saved, ...asked } = doing;
      const finished = saved || (cx.app.customer.surveyTo(doing.askId).answer?.finished ?? false);
      return { ...asked, finished };
    }
  }
}

async function memberView(cx: QueryCx, memberId: string): Promise<CustomerView> {
  const who = await whoIs(cx, memberId);
  return who === null ? IDLE : { kind: 'member', ...who };
}

async function whoIs(cx: QueryCx, memberId: string): Promise<{ member: Masked; balance: Points } | null> {
  const face = await faceOf(cx.db, memberId);
  if (face === null) return null;
  const { usable } = await usablePoints(cx.db, memberId, cx.today);
  return { member: masked(face), balance: usable };
}

/** Once the sale is taken back there is nothing to thank for: the member stands there with what they have. */
async function thanksFor(cx: QueryCx, purchaseId: string): Promise<CustomerView> {
  const sale = await saleForSlip(cx.db, purchaseId);
  if (sale === null) return IDLE;
  if (sale.undone) return await memberView(cx, sale.memberId);
  const who = await whoIs(cx, sale.memberId);
  if (who === null) return IDLE;
  const coupons = sale.coupons.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay }));
  return { kind: 'thanks', purchaseId, ...who, paid: sale.paid, earned: sale.earned, coupons };
}
