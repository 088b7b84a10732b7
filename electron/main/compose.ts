import type { Worker } from 'node:worker_threads';
import { STARTING_WORDS, startingRules } from '../../db/domain/settings/shop-rules';
import { contract } from '../contract';
import type { ShukeEvent } from '../contract/events';
import { createRouter, type Route, SCOPES, type Scope } from '../contract/rpc';
import { careHandlers } from './capabilities/care';
import { complaintsHandlers } from './capabilities/complaints';
import { couponsHandlers } from './capabilities/coupons';
import { displayHandlers } from './capabilities/display';
import { exchangeHandlers } from './capabilities/exchange';
import { handbookHandlers } from './capabilities/handbook';
import { invitationsHandlers } from './capabilities/invitations';
import { membersHandlers } from './capabilities/members';
import { overviewHandlers } from './capabilities/overview';
import { pointsHandlers } from './capabilities/points';
import { purchasesHandlers } from './capabilities/purchases';
import { settingsHandlers } from './capabilities/settings';
import { slipsHandlers } from './capabilities/slips';
import { staffHandlers } from './capabilities/staff';
import { surveysHandlers } from './capabilities/surveys';
import { tiersHandlers } from './capabilities/tiers';
import { ComplaintWatch } from './complaint-watch';
import type { Alerts, AppCx, CustomerWindow, Dialogs, Printing, WorkerEntry } from './context';
import { CouponBatches } from './coupon-batches';
import { CustomerScreen } from './customer-screen';
import { DailyPass } from './daily-pass';
import { watchDayTurn } from './day-turn';
import { idleCheckpoint } from './idle-checkpoint';
import { Jobs } from './jobs/jobs';
import { LongReads } from './jobs/long-reads';
import { makeSample } from './jobs/make-sample';
import { pathsIn } from './paths';
import { PreferencesFile } from './preferences';
import { watchQuiet } from './quiet-turn';
import type { Sources } from './shop';
import { StoreSession } from './store-session';
import { surroundingsOf } from './surroundings';

/** Everything that shows what a store holds; the others belong to the PC and its second screen. */
const STORE_SCOPES: readonly Scope[] = SCOPES.filter(
  (scope) => scope !== 'preferences' && scope !== 'display',
);

export interface Outside {
  readonly userData: string;
  readonly systemLocale: string;
  readonly systemZone: string;
  readonly sources: Sources;
  readonly dialogs: Dialogs;
  readonly printing: Printing;
  readonly customerWindow: CustomerWindow;
  readonly alerts: Alerts;
  readonly emit: (event: ShukeEvent) => void;
  readonly report: (what: string, error: unknown) => string;
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
}

export interface Main {
  readonly route: Route;
  readonly app: AppCx;
  readonly daily: DailyPass;
  readonly complaintWatch: ComplaintWatch;
  /** Opens one's own store, if there is one; or the sample store, made first where it is not there. */
  readonly start: (how?: { readonly sample: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Puts main together from what is outside it; knows no electron, so tests run the real thing. */
export function composeMain(outside: Outside): Main {
  const { sources, emit, report } = outside;
  const paths = pathsIn(outside.userData);
  const preferences = new PreferencesFile(paths.preferences, outside.systemLocale);
  const inEnglish = () => preferences.get().locale === 'en';

  const customer = new CustomerScreen(() => emit({ type: 'data-changed', scopes: ['display'] }));
  const session = new StoreSession({
    paths,
    sources,
    guessedZone: outside.systemZone,
    ownerName: () => (inEnglish() ? 'Owner' : '店主'),
    firstRules: () => startingRules(STARTING_WORDS[preferences.get().locale]),
    sampleName: () => (inEnglish() ? 'Sample store' : '示例门店'),
    makeSample: (path, name) =>
      makeSample(outside.startWorker, { path, name, now: sources.clock(), zone: outside.systemZone }),
    report,
    beforeClose: async () => {
      await Promise.all([jobs.stop(), batches.stop(), daily.stop(), reads.stop()]);
      await complaintWatch.settled();
    },
    changed: () => {
      customer.show({ kind: 'idle' }); // ids of another store name nobody here
      emit({
        type: 'data-changed',
        scopes: STORE_SCOPES,
      });
      batches.wake();
      daily.opened();
    },
  });
  const daily = new DailyPass({
    openShop: () => session.openShop(),
    sources,
    wrote: () => emit({ type: 'data-changed', scopes: ['members', 'points', 'coupons', 'care'] }),
    // Everything it writes is judged on demand until then; it is tried again a minute later.
    failed: (error) => void report('the daily pass', error),
  });
  const complaintWatch = new ComplaintWatch({
    openShop: () => session.openShop(),
    sources,
    locale: () => preferences.get().locale,
    alerts: outside.alerts,
    failed: (error) => void report('warning of complaints', error),
  });
  const jobs = new Jobs({
    ...{ startWorker: outside.startWorker, sources, emit, session, report },
    wrote: () => daily.wakeAgain(),
  });
  const reads = new LongReads(outside.startWorker);
  const batches = new CouponBatches({
    openShop: () => session.openShop(),
    sources,
    progressed: () => emit({ type: 'data-changed', scopes: ['coupons', 'members'] }),
    // What is missing is issued when the store is opened again, or when a person asks for it.
    failed: (error) => void report('issuing a batch of coupons', error),
  });
  const { dialogs, printing, customerWindow } = outside;
  const app: AppCx = {
    sources,
    session,
    preferences,
    jobs,
    batches,
    reads,
    dialogs,
    printing,
    customerWindow,
    customer,
    emit,
  };
  const route = createRouter(
    contract,
    {
      care: careHandlers,
      complaints: complaintsHandlers,
      coupons: couponsHandlers,
      display: displayHandlers,
      exchange: exchangeHandlers,
      handbook: handbookHandlers,
      invitations: invitationsHandlers,
      members: membersHandlers,
      overview: overviewHandlers,
      points: pointsHandlers,
      purchases: purchasesHandlers,
      settings: settingsHandlers,
      slips: slipsHandlers,
      staff: staffHandlers,
      surveys: surveysHandlers,
      tiers: tiersHandlers,
    },
    surroundingsOf(app, { report, committed: idleCheckpoint(() => session.openShop()) }),
  );

  const quietWatch = watchQuiet(
    () => session.openShop(),
    sources,
    () => emit({ type: 'data-changed', scopes: ['care'] }),
  );
  let stopWatching: () => void = () => undefined;
  return {
    route,
    app,
    daily,
    complaintWatch,
    start: async ({ sample } = { sample: false }) => {
      // A sample store that cannot be opened leads to one's own by itself; there is a window in any case.
      if (sample)
        await session.openSample().catch((error: unknown) => report('opening the sample store', error));
      else await session.start();
      stopWatching = watchDayTurn(() => session.openShop(), sources, {
        minute: () => {
          daily.wake();
          complaintWatch.look();
          // Tried again a minute later; until then the list is one minute old.
          quietWatch().catch((error: unknown) => report('looking at the quiet hours', error));
        },
        // Rules that were planned for this day hold from now on.
        turned: () =>
          emit({ type: 'data-changed', scopes: ['members', 'points', 'coupons', 'care', 'settings'] }),
      });
    },
    stop: async () => {
      stopWatching();
      await session.close();
    },
  };
}
