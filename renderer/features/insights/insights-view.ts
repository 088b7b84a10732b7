import { create } from 'zustand';

export const CUSTOMER_PAGES = [
  'classes',
  'value',
  'stages',
  'rfm',
  'clusters',
  'base',
  'retention',
  'pipeline',
  'growth',
] as const;
export const LEAVING_PAGES = ['warned', 'chance', 'gaps'] as const;
export const VALUE_PAGES = ['future', 'forecast', 'model'] as const;
export const GOODS_PAGES = ['repurchase', 'together'] as const;

export type CustomerPage = (typeof CUSTOMER_PAGES)[number];
export type LeavingPage = (typeof LEAVING_PAGES)[number];
export type ValuePage = (typeof VALUE_PAGES)[number];
export type GoodsPage = (typeof GOODS_PAGES)[number];

interface View {
  readonly customers: CustomerPage;
  readonly leaving: LeavingPage;
  readonly value: ValuePage;
  readonly goods: GoodsPage;
}

/** Which page of each part one was at: it is still there after a look at a list or at the counter. */
export const useInsightsView = create<View>(() => ({
  customers: 'classes',
  leaving: 'warned',
  value: 'future',
  goods: 'repurchase',
}));

export const turnTo = <Part extends keyof View>(part: Part, page: View[Part]): void =>
  useInsightsView.setState({ [part]: page });
