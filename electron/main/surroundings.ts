import { appendAudit } from '../../db/audit/append';
import type { AuditNote } from '../../db/domain/audit/entry';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { Refusal } from '../../db/domain/refusal';
import { refreshLookup } from '../../db/members/lookup-rows';
import { insertRows, prepared } from '../../db/prepared';
import type { Tx } from '../../db/schema';
import { faultOf } from '../../db/store-fault';
import type { FaultKind, RequestId, Scope, Surroundings } from '../contract/rpc';
import type { ActCx, AppCx, CommandCx, QueryCx } from './context';
import { recordAct } from './record-act';
import type { Shop, Staff } from './shop';
import { authorityOf, type Pass } from './staff-desk';
import { StoreClosedError } from './store-session';

type Call = {
  readonly channel: string;
  readonly requestId: RequestId;
  readonly changes: readonly Scope[];
  readonly pass: Pass;
};

/** Carries a refusal out of a transaction, so that everything the handler wrote is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function surroundingsOf(
  app: AppCx,
  hooks: { report: (what: string, error: unknown) => string; committed: () => void },
): Surroundings<Pass> {
  return {
    admit: (call) => app.desk.admit(call),
    curedBy: (_channel, code, pass) => app.desk.curedBy(code, pass),
    query: async (pass, run) => (run as (cx: QueryCx) => unknown)(queryCx(app, pass)),
    command: async (call, run) => {
      const shop = app.session.shop();
      const touched = new Set<string>();
      const notes: AuditNote[] = [];
      let storeChanged = false;
      let workConfirmed = false;
      let outcome: unknown;
      try {
        outcome = await shop.opened.db.transaction().execute(async (tx) => {
          const cx = commandCx(app, shop, tx, call.pass, {
            audit: (note) => notes.push(note),
            touch: (memberId) => touched.add(memberId),
            storeChanged: () => {
              storeChanged = true;
            },
            workConfirmed: () => {
              workConfirmed = true;
            },
          });
          return (
            firstOutcome(tx, call) ??
            (await carryOut(cx, call, run as (cx: CommandCx) => unknown, { touched, notes }))
          );
        });
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        throw error;
      }
      if (storeChanged) await app.session.reread().catch(late('reading the store again'));
      announce(shop, touched, call.changes);
      if (workConfirmed) app.work.wake();
      return outcome;
    },
    act: async ({ channel, pass }, run) => (run as (cx: ActCx) => unknown)(actCx(app, channel, pass)),
    fault: (channel, error) => ({ reference: hooks.report(channel, error), kind: kindOf(error) }),
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

/** A request that has been answered before gets the first answer and changes nothing. */
function firstOutcome(tx: Tx, { channel, requestId }: Call): unknown {
  const row = prepared<{ channel: string; outcome: string }>(
    tx,
    'select channel, outcome from command_outcome where request_id = ?',
  ).get(requestId);
  if (row === undefined) return undefined;
  if (row.channel !== channel) throw new Error(`request id of ${row.channel} used again for ${channel}`);
  return JSON.parse(row.outcome);
}

async function carryOut(
  cx: CommandCx,
  { channel, requestId }: Call,
  run: (cx: CommandCx) => unknown,
  { touched, notes }: { touched: ReadonlySet<string>; notes: readonly AuditNote[] },
): Promise<unknown> {
  const outcome = await run(cx);
  if (outcome instanceof Refusal) throw new Refused(outcome);
  if (touched.size > 0) refreshLookup(cx.tx, [...touched], cx.today);
  insertRows(cx.tx, 'command_outcome', [
    { request_id: requestId, channel, outcome: JSON.stringify(outcome), done_at: cx.now },
  ]);
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
  const now = app.sources.clock();
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
    get today() {
      return businessDateOf(now, app.session.shop().calendar);
    },
  };
}

function commandCx(
  app: AppCx,
  shop: Shop,
  tx: Tx,
  pass: Pass,
  says: Pick<CommandCx, 'audit' | 'touch' | 'storeChanged' | 'workConfirmed'>,
): CommandCx {
  const now = app.sources.clock();
  return {
    tx,
    now,
    today: businessDateOf(now, shop.calendar),
    calendar: shop.calendar,
    staff: staffOf(pass),
    approver: pass.approver,
    authority: authorityOf(pass),
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
    audit: (note) =>
      recordAct(app, {
        act: channel,
        staff: pass.staff,
        approver: pass.approver,
        subjects: [],
        notes: [note],
      }),
  };
}

/** Without a store nobody is signed in, and there is nothing to read or to write. */
function staffOf({ staff }: Pass): Staff {
  if (staff === null) throw new StoreClosedError();
  return staff;
}

function kindOf(error: unknown): FaultKind {
  if (error instanceof StoreClosedError) return 'store_closed';
  const fault = faultOf(error);
  return fault === 'disk_full' || fault === 'read_only' ? fault : 'bug';
}
