import { appendAudit } from '../../db/audit/append';
import { lastMoment, tellStepBack } from '../../db/audit/moment';
import { clockState } from '../../db/domain/audit/clock';
import type { AuditNote } from '../../db/domain/audit/entry';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { Refusal } from '../../db/domain/refusal';
import type { Instant } from '../../db/domain/units';
import { refreshLookup } from '../../db/members/lookup-rows';
import { insertRows } from '../../db/prepared';
import type { Tx } from '../../db/schema';
import type { Seated } from '../../db/staff/seats';
import { faultOf } from '../../db/store-fault';
import { contract } from '../contract';
import type { Admission, Contract, FaultKind, RequestId, Scope, Surroundings } from '../contract/rpc';
import type { ActCx, AppCx, CommandCx, QueryCx } from './context';
import { isDiskError, OutcomeUnknownError, outcomeAfterDiskError } from './disk-error';
import { firstOutcome } from './first-outcome';
import { momentIn } from './moment';
import { recordAct } from './record-act';
import { Refused } from './refused';
import type { Shop } from './shop';
import { authorityOf, type Pass } from './staff-desk';
import { StoreClosedError } from './store-session';

type Call = {
  readonly channel: string;
  readonly requestId: RequestId;
  readonly changes: readonly Scope[];
  readonly pass: Pass;
};

/** The owner says that the clock of the PC is right: the one command that is written at what it says. */
const CONFIRM_CLOCK = 'audit.confirmClock';

export function surroundingsOf(
  app: AppCx,
  hooks: {
    report: (what: string, error: unknown) => string;
    reportCall: (channel: string, error: unknown) => string;
    committed: () => void;
  },
): Surroundings<Pass> {
  return {
    admit: (call) => {
      const admission = app.desk.admit(call);
      return 'pass' in admission ? (clockDenies(app, call.channel) ?? admission) : admission;
    },
    curedBy: (code, pass) => app.desk.curedBy(code, pass),
    query: async (pass, run) => (run as (cx: QueryCx) => unknown)(queryCx(app, pass)),
    command: async (call, run) => {
      const shop = app.session.shop();
      const touched = new Set<string>();
      const notes: AuditNote[] = [];
      let storeChanged = false;
      let workConfirmed = false;
      let personErased = false;
      let outcome: unknown;
      try {
        outcome = await shop.opened.db.transaction().execute(async (tx) => {
          const cx = commandCx(app, shop, tx, call, {
            audit: (note) => notes.push(note),
            touch: (memberId) => touched.add(memberId),
            storeChanged: () => {
              storeChanged = true;
            },
            workConfirmed: () => {
              workConfirmed = true;
            },
            personErased: () => {
              personErased = true;
            },
          });
          return (
            firstOutcome(tx, call) ??
            (await carryOut(cx, call, run as (cx: CommandCx) => unknown, {
              touched,
              notes,
              pc: app.sources.clock(),
            }))
          );
        });
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        if (!isDiskError(error)) throw error;
        hooks.report(`the disk, in ${call.channel}`, error);
        outcome = await outcomeAfterDiskError(app, shop, call);
        if (outcome === undefined) throw error;
      }
      if (storeChanged) await app.session.reread().catch(late('reading the store again'));
      announce(app.session.openShop() ?? shop, touched, call.changes);
      if (workConfirmed) app.work.wake();
      if (personErased) app.erasures.wake();
      return outcome;
    },
    act: async ({ channel, pass }, run) => (run as (cx: ActCx) => unknown)(actCx(app, channel, pass)),
    fault: (channel, error) => ({ reference: hooks.reportCall(channel, error), kind: kindOf(error) }),
  };

  /** The sale is durable by now: whatever fails here must not make it look refused. */
  function announce(shop: Shop, touched: ReadonlySet<string>, scopes: readonly Scope[]): void {
    try {
      shop.lookup.follow([...touched]);
    } catch (error) {
      late('following a change in the hot set')(error);
      attempt('loading the hot set again', () => shop.lookup.reload());
    }
    attempt('telling the window', () => app.emit({ type: 'data-changed', scopes }));
    hooks.committed();
  }

  function attempt(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      late(what)(error);
    }
  }

  function late(what: string): (error: unknown) => void {
    return (error) => void hooks.report(`after a commit: ${what}`, error);
  }
}

/** While the clock stands a day or more before the last entry, nothing is recorded: trust "Durability". */
function clockDenies(app: AppCx, channel: string): Admission<never> | undefined {
  const shop = app.session.openShop();
  if (shop === undefined || channel === CONFIRM_CLOCK || !isCommand(channel)) return undefined;
  const state = clockState(app.sources.clock(), lastMoment(shop.opened.raw));
  return state === 'behind' ? { denied: { code: 'clock_back' } } : undefined;
}

function isCommand(channel: string): boolean {
  const rooms: Contract = contract;
  const [room = '', name = ''] = channel.split('.');
  return rooms[room]?.[name]?.kind === 'command';
}

async function carryOut(
  cx: CommandCx,
  { channel, requestId }: Call,
  run: (cx: CommandCx) => unknown,
  told: {
    readonly touched: ReadonlySet<string>;
    readonly notes: readonly AuditNote[];
    readonly pc: Instant;
  },
): Promise<unknown> {
  const { touched, notes } = told;
  const outcome = await run(cx);
  if (outcome instanceof Refusal) throw new Refused(outcome);
  if (touched.size > 0) refreshLookup(cx.tx, [...touched], cx.today);
  insertRows(cx.tx, 'command_outcome', [
    { request_id: requestId, channel, outcome: JSON.stringify(outcome), done_at: cx.now },
  ]);
  if (channel !== CONFIRM_CLOCK) tellStepBack(cx.tx, { pc: told.pc, today: cx.today });
  appendAudit(cx.tx, {
    at: cx.now,
    businessDate: cx.today,
    staffId: cx.staff.id,
    approverId: cx.approver?.id ?? null,
    act: channel,
    requestId,
    subjects: [...touched].map((id) => ({ kind: 'member', id })),
    notes,
  });
  return outcome;
}

function queryCx(app: AppCx, pass: Pass): QueryCx {
  const shop = app.session.openShop();
  const now = shop === undefined ? app.sources.clock() : momentIn(shop, app.sources);
  return {
    now,
    app,
    // The store is looked up when a query touches it: `settings.store` must answer without one.
    get db() {
      return app.session.shop().opened.db;
    },
    get raw() {
      return app.session.shop().opened.raw;
    },
    get lookup() {
      return app.session.shop().lookup;
    },
    get calendar() {
      return app.session.shop().calendar;
    },
    get staff() {
      return staffOf(pass);
    },
    get photos() {
      return app.session.shop().photos;
    },
    readLong: (name, asked) => app.reads.read(app.session.shop().opened.path, name, asked),
    get today() {
      return businessDateOf(now, app.session.shop().calendar);
    },
  };
}

function commandCx(
  app: AppCx,
  shop: Shop,
  tx: Tx,
  { channel, pass }: Call,
  says: Pick<CommandCx, 'audit' | 'touch' | 'storeChanged' | 'workConfirmed' | 'personErased'>,
): CommandCx {
  const now = channel === CONFIRM_CLOCK ? app.sources.clock() : momentIn(shop, app.sources);
  return {
    tx,
    now,
    today: businessDateOf(now, shop.calendar),
    calendar: shop.calendar,
    staff: staffOf(pass),
    approver: pass.approver,
    authority: authorityOf(pass),
    secondPerson: (least) => app.desk.secondPerson(pass, least),
    photos: shop.photos,
    newId: app.sources.newId,
    readLong: (name, asked) => app.reads.read(shop.opened.path, name, asked),
    ...says,
  };
}

function actCx(app: AppCx, channel: string, pass: Pass): ActCx {
  return {
    ...app,
    staff: pass.staff,
    approver: pass.approver,
    readLong: (name, asked) => app.reads.read(app.session.shop().opened.path, name, asked),
    audit: (note, write) =>
      recordAct(
        app,
        { act: channel, staff: pass.staff, approver: pass.approver, subjects: [], notes: [note] },
        write,
      ),
  };
}

/** Without a store nobody is signed in, and there is nothing to read or to write. */
function staffOf({ staff }: Pass): Seated {
  if (staff === null) throw new StoreClosedError();
  return staff;
}

function kindOf(error: unknown): FaultKind {
  if (error instanceof StoreClosedError) return 'store_closed';
  if (error instanceof OutcomeUnknownError) return 'outcome_unknown';
  if (isDiskError(error)) return 'disk_error';
  const fault = faultOf(error);
  return fault === 'disk_full' || fault === 'read_only' ? fault : 'bug';
}
