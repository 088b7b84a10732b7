import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { BrokenScreen } from './broken-screen';
import { CounterScreen } from './counter/counter-screen';
import { StoreGate } from './store-gate';

const root = createRootRoute({ component: StoreGate });

const counter = createRoute({ getParentRoute: () => root, path: '/counter', component: CounterScreen });
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/members-screen'), 'MembersScreen'),
});
const complaints = createRoute({
  getParentRoute: () => root,
  path: '/complaints',
  component: lazyRouteComponent(() => import('./complaints/complaints-page'), 'ComplaintsPage'),
});
const care = createRoute({
  getParentRoute: () => root,
  path: '/care',
  component: lazyRouteComponent(() => import('./care/care-screen'), 'CareScreen'),
});
const loyalty = createRoute({
  getParentRoute: () => root,
  path: '/loyalty',
  component: lazyRouteComponent(() => import('./loyalty/loyalty-screen'), 'LoyaltyScreen'),
});
const office = createRoute({
  getParentRoute: () => root,
  path: '/office',
  component: lazyRouteComponent(() => import('./office/office-screen'), 'OfficeScreen'),
});
const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./surveys/surveys-page'), 'SurveysPage'),
});
const insights = createRoute({
  getParentRoute: () => root,
  path: '/insights',
  component: lazyRouteComponent(() => import('./insights/insights-screen'), 'InsightsScreen'),
});
const handbook = createRoute({
  getParentRoute: () => root,
  path: '/handbook',
  component: lazyRouteComponent(
    () => import('../features/handbook/screens/handbook-screen'),
    'HandbookScreen',
  ),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page'), 'SettingsPage'),
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/counter' });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    counter,
    members,
    complaints,
    care,
    surveys,
    loyalty,
    insights,
    handbook,
    office,
    settings,
  ]),
  history: createHashHistory(),
  // Screens read through TanStack Query; hovering a link must ask nothing.
  defaultPreload: false,
  defaultNotFoundComponent: () => null,
  // A mistake in one screen must not take the counter away.
  defaultErrorComponent: BrokenScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
