import type { Worker } from 'node:worker_threads';
import { STARTING_WORDS, startingRules } from '../../db/domain/settings/shop-rules';
import { contract } from '../contract';
import type { ShukeEvent } from '../contract/events';
import { createRouter, type Route, SCOPES, type Scope } from '../contract/rpc';
import { BackupKeeper } from './backups/keeper';
import { BackupProofs } from './backups/proof';
import { Restores } from './backups/restores';
import type { CallRate } from './call-limit';
import { auditHandlers } from './capabilities/audit';
import { backupsHandlers } from './capabilities/backups';
import { careHandlers } from './capabilities/care';
import { clipboardHandlers } from './capabilities/clipboard';
import { complaintsHandlers } from './capabilities/complaints';
import { couponsHandlers } from './capabilities/coupons';
import { daysHandlers } from './capabilities/days';
import { displayHandlers } from './capabilities/display';
import { dockHandlers } from './capabilities/dock';
import { exchangeHandlers } from './capabilities/exchange';
import { handbookHandlers } from './capabilities/handbook';
import { headOfficeHandlers } from './capabilities/head-office';
import { insightsHandlers } from './capabilities/insights';
import { invitationsHandlers } from './capabilities/invitations';
import { membersHandlers } from './capabilities/members';
import { overviewHandlers } from './capabilities/overview';
import { pointsHandlers } from './capabilities/points';
import { posHandlers } from './capabilities/pos';
import { practiceHandlers } from './capabilities/practice';
import { purchasesHandlers } from './capabilities/purchases';
import { qualityHandlers } from './capabilities/quality';
import { rightsHandlers } from './capabilities/rights';
import { segmentsHandlers } from './capabilities/segments';
import { settingsHandlers } from './capabilities/settings';
import { slipsHandlers } from './capabilities/slips';
import { staffHandlers } from './capabilities/staff';
import { supportHandlers } from './capabilities/support';
import { surveysHandlers } from './capabilities/surveys';
import { tiersHandlers } from './capabilities/tiers';
import { ComplaintWatch } from './complaint-watch';
import type { Alerts, AppCx, CustomerWindow, Dialogs, Keystore, Printing } from './context';
import { CustomerScreen } from './customer-screen';
import { DailyPass } from './daily-pass';
import { watchDayTurn } from './day-turn';
import { type CounterFrame, Dock, type Hotkeys } from './dock/dock';
import type { Startup } from './dock/startup';
import { Erasures } from './erasures';
import { InsightRuns } from './insight-runs';
import { Jobs } from './jobs/jobs';
import { LongReads } from './jobs/long-reads';
import { makeSample } from './jobs/make-sample';
import type { WorkerEntry } from './jobs/worker-entry';
import { SaleInHand } from './kept-sale';
import { pathsIn } from './paths';
import { PinDesk } from './pin-desk';
import { ChosenFolders } from './pos/chosen-folders';
import { PosWatch } from './pos/watch';
import { markedFiles } from './practice-files';
import { PracticeRun } from './practice-run';
import { PreferencesFile } from './preferences';
import { watchQuiet } from './quiet-turn';
import { quietWork } from './quiet-work';
import type { StartReader } from './reader/ask-reader';
import { recordAct } from './record-act';
import type { DeskSources } from './shop';
import { careRounds, couponBatches } from './sliced-jobs';
import { SlicedWork } from './sliced-work';
import { StaffDesk } from './staff-desk';
import { StoreSession } from './store-session';
import { SupportDesk } from './support/support-desk';
import { Timings } from './support/timings';
import { surroundingsOf } from './surroundings';
import { Trail } from './trail';

/** Everything that shows what a store holds; the others belong to the PC and its second screen. */
const STORE_SCOPES: readonly Scope[] = SCOPES.filter(
  (scope) => scope !== 'preferences' && scope !== 'display',
);

/** How the stores are called that nobody owns: the name stands on slips, sheets and the customer's screen. */
const INVENTED = {
  sample: { 'zh-CN': '示例店铺', en: 'Sample store' },
  practice: { 'zh-CN': '练习店铺（不是真账）', en: 'Practice store (not real)' },
} as const;

/** What the names of files begin with that are written in practice. */
const PRACTICE_FILES = { 'zh-CN': '练习', en: 'Practice' } as const;

/** How late, at most, an idle counter is locked. */
const IDLE_LOOK_MS = 5_000;

export interface Outside {
  readonly userData: string;
  /** Of Shuke itself. */
  readonly version: string;
  readonly systemLocale: string;
  readonly systemZone: string;
  readonly sources: DeskSources;
  readonly dialogs: Dialogs;
  readonly printing: Printing;
  /** What another program has copied, as text. */
  readonly clipboardText: () => Promise<string>;
  readonly freeBytes: (folder: string) => number;
  readonly customerWindow: CustomerWindow;
  readonly frame: CounterFrame;
  readonly hotkeys: Hotkeys;
  readonly startup: Startup;
  readonly keystore: Keystore;
  /** How many calls are answered; null = all of them. */
  readonly callRate: CallRate | null;
  readonly alerts: Alerts;
  readonly emit: (event: ShukeEvent) => void;
  readonly report: (what: string, error: unknown) => string;
  /** The same for a fault that a call has ended in: a window can make any number of these. */
  readonly reportCall: (channel: string, error: unknown) => string;
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
  readonly startReader: StartReader;
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

  const customer = new CustomerScreen(() => emit({ type: 'data-changed', scopes: ['display'] }));
  const saleInHand = new SaleInHand();
  const session = new StoreSession({
    paths,
    sources,
    guessedZone: outside.systemZone,
    firstRules: () => startingRules(STARTING_WORDS[preferences.get().locale]),
    makeSample: (path, kind) =>
      makeSample(outside.startWorker, {
        ...{ path, name: INVENTED[kind][preferences.get().locale], practice: kind === 'practice' },
        ...{ now: sources.clock(), zone: outside.systemZone },
      }),
    report,
    newestBackup: (path) => backups.newestWhole(path),
    beforeClose: async () => {
      await Promise.all([
        backups.stop(),
        jobs.stop(),
        work.stop(),
        daily.stop(),
        reads.stop(),
        erasures.stop(),
        pos.stop(),
      ]);
      await insightRuns.stop(); // the others wake it as they end
      await complaintWatch.settled();
      await lockNoted;
      await trail.stop();
    },
    made: () => {
      if (preferences.get().tour === 'none') preferences.change({ tour: 'due' });
    },
    changed: () => {
      customer.show({ kind: 'idle' }); // ids of another store name nobody here
      saleInHand.keep(null);
      emit({
        type: 'data-changed',
        scopes: STORE_SCOPES,
      });
      work.wake();
      erasures.wake(); // what a crash has left to be cleaned up
      daily.opened();
      trail.opened();
      void pos.restart();
    },
  });
  const daily = new DailyPass({
    openShop: () => session.openShop(),
    sources,
    wrote: () => emit({ type: 'data-changed', scopes: ['members', 'points', 'coupons', 'care'] }),
    // Everything it writes is judged on demand until then; it is tried again a minute later.
    failed: (error) => void report('the daily pass', error),
    over: () => insightRuns.wake(),
  });
  const complaintWatch = new ComplaintWatch({
    openShop: () => session.openShop(),
    sources,
    locale: () => preferences.get().locale,
    alerts: outside.alerts,
    failed: (error) => void report('warning of complaints', error),
  });
  const jobs = new Jobs({
    ...{ startWorker: outside.startWorker, startReader: outside.startReader, sources, emit, session, report },
    wrote: () => {
      daily.wakeAgain();
      insightRuns.wakeAgain();
    },
  });
  const insightRuns = new InsightRuns({
    openShop: () => session.openShop(),
    ...{ sources, startWorker: outside.startWorker },
    before: () => daily.settled(),
    progressed: () => emit({ type: 'data-changed', scopes: ['insight_run'] }),
    done: () => emit({ type: 'data-changed', scopes: ['insights', 'insight_run'] }),
    // Screens go on showing the run before, and say so.
    failed: (error) => void report('computing insight', error),
  });
  const reads = new LongReads(outside.startWorker);
  const backups = new BackupKeeper({
    openShop: () => session.openShop(),
    ...{ sources, startWorker: outside.startWorker },
    changed: () => emit({ type: 'data-changed', scopes: ['backups'] }),
    failed: (what, error) => void report(what, error),
  });
  const trail = new Trail({
    openShop: () => session.openShop(),
    ...{ sources, reads },
    changed: () => emit({ type: 'data-changed', scopes: ['audit'] }),
    // What was found before still stands; the page says of when it is.
    failed: (error) => void report('watching over the audit trail', error),
  });
  const work = new SlicedWork({
    kinds: [couponBatches, careRounds],
    openShop: () => session.openShop(),
    sources,
    progressed: (scopes) => emit({ type: 'data-changed', scopes }),
    // What is missing is done when the store is opened again, or when a person asks for it.
    failed: (error) => void report('work for many members', error),
  });
  let lockNoted: Promise<unknown> = Promise.resolve();
  const pins = new PinDesk({ session, sources, pepper: outside.keystore.pepper });
  const desk = new StaffDesk({
    openShop: () => session.openShop(),
    sources,
    callRate: outside.callRate,
    locked: (staff, cause) => {
      emit({ type: 'data-changed', scopes: ['staff'] });
      const what = { act: 'staff.locked', staff, approver: null, subjects: [], notes: [{ after: cause }] };
      lockNoted = recordAct(app, what).catch((error: unknown) => void report('noting a lock', error));
    },
  });
  const erasures = new Erasures({
    openShop: () => session.openShop(),
    ...{ sources, startWorker: outside.startWorker },
    cleaned: () => emit({ type: 'data-changed', scopes: ['members', 'backups'] }),
    // The person is gone from every screen; the traces are tried again after a minute.
    failed: (error) => void report('cleaning up after an erasure', error),
  });
  const pos = new PosWatch({
    openShop: () => session.openShop(),
    ...{ sources, startReader: outside.startReader },
    locale: () => preferences.get().locale,
    changed: () => emit({ type: 'data-changed', scopes: ['pos'] }),
    wrote: () => {
      emit({ type: 'data-changed', scopes: ['pos', 'purchases', 'points', 'coupons', 'members', 'audit'] });
      backups.acted();
      committed();
    },
    // What was not posted is tried again after half a minute; until then the state says so.
    failed: (error) => void report("the till's folder", error),
  });
  const { printing, customerWindow, startup } = outside;
  const dialogs = markedFiles(outside.dialogs, () =>
    session.openShop()?.practice === true ? PRACTICE_FILES[preferences.get().locale] : null,
  );
  const timings = new Timings(() => performance.now());
  const app: AppCx = {
    version: outside.version,
    sources,
    session,
    preferences,
    jobs,
    work,
    erasures,
    reads,
    startReader: outside.startReader,
    insightRuns,
    dialogs,
    printing,
    clipboardText: outside.clipboardText,
    freeBytes: outside.freeBytes,
    customerWindow,
    customer,
    saleInHand,
    practice: new PracticeRun(),
    pos,
    posFolders: new ChosenFolders(),
    dock: new Dock({ frame: outside.frame, hotkeys: outside.hotkeys, preferences, emit }),
    startup,
    desk,
    pins,
    backups,
    restores: new Restores({ session, keeper: backups, sources, report }),
    backupProofs: new BackupProofs(sources, outside.keystore.pepper),
    support: new SupportDesk({
      version: outside.version,
      ...{ paths, session, preferences, reads, timings, trail, sources },
    }),
    trail,
    emit,
  };
  const committed = quietWork(
    () => session.openShop(),
    () => {
      emit({ type: 'data-changed', scopes: ['histories'] });
      insightRuns.wake(); // the rules it goes by may have changed
      void trail.noteEnd();
    },
    (error) => void report('the quiet moment after a commit', error),
  );
  const route = createRouter(
    contract,
    {
      audit: auditHandlers,
      backups: backupsHandlers,
      care: careHandlers,
      complaints: complaintsHandlers,
      coupons: couponsHandlers,
      days: daysHandlers,
      display: displayHandlers,
      dock: dockHandlers,
      exchange: exchangeHandlers,
      handbook: handbookHandlers,
      headOffice: headOfficeHandlers,
      insights: insightsHandlers,
      invitations: invitationsHandlers,
      members: membersHandlers,
      overview: overviewHandlers,
      points: pointsHandlers,
      pos: posHandlers,
      practice: practiceHandlers,
      purchases: purchasesHandlers,
      quality: qualityHandlers,
      rights: rightsHandlers,
      segments: segmentsHandlers,
      settings: settingsHandlers,
      clipboard: clipboardHandlers,
      slips: slipsHandlers,
      staff: staffHandlers,
      support: supportHandlers,
      surveys: surveysHandlers,
      tiers: tiersHandlers,
    },
    surroundingsOf(app, {
      report,
      reportCall: outside.reportCall,
      committed: () => {
        backups.acted();
        committed();
      },
    }),
  );

  const quietWatch = watchQuiet(
    () => session.openShop(),
    sources,
    () => emit({ type: 'data-changed', scopes: ['care'] }),
  );
  let stopWatching: () => void = () => undefined;
  return {
    route: timings.around(route),
    app,
    daily,
    complaintWatch,
    start: async ({ sample } = { sample: false }) => {
      // A sample store that cannot be opened leads to one's own by itself; there is a window in any case.
      if (sample)
        await session.openSample().catch((error: unknown) => report('opening the sample store', error));
      else await session.start();
      const idle = setInterval(() => desk.lockWhenIdle(), IDLE_LOOK_MS);
      const stopDays = watchDayTurn(() => session.openShop(), sources, {
        minute: () => {
          daily.wake();
          complaintWatch.look();
          void backups.minute();
          // Tried again a minute later; until then the list is one minute old.
          quietWatch().catch((error: unknown) => report('looking at the quiet hours', error));
        },
        // Rules that were planned for this day hold from now on.
        turned: () =>
          emit({ type: 'data-changed', scopes: ['members', 'points', 'coupons', 'care', 'settings'] }),
      });
      stopWatching = () => {
        clearInterval(idle);
        stopDays();
      };
    },
    stop: async () => {
      stopWatching();
      await session.close();
    },
  };
}
