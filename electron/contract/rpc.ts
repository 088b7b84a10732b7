import { z } from 'zod';
import { Refusal } from '../../db/domain/refusal';
import type { Role } from '../../db/domain/staff/role';

/**
 * The one shape of everything that crosses the bridge. It knows no electron: main binds
 * `createRouter` to one ipc channel, the renderer binds `callThrough` (calling.ts) to the preload.
 *
 * - query:   reads; never refuses.
 * - command: one durable business act inside one transaction, idempotent by `requestId`.
 * - act:     what no transaction can hold (opening a store, a file dialog, a long job).
 */
export type Shape = z.ZodType;
type Refusals = Readonly<Record<string, Shape>>;

export interface Query<I extends Shape = Shape, O extends Shape = Shape> {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
}
export interface Command<I extends Shape = Shape, O extends Shape = Shape, R extends Refusals = Refusals> {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
  readonly refusals: R;
  /** What the renderer must read again once the command has succeeded. */
  readonly changes: readonly Scope[];
}
export interface Act<I extends Shape = Shape, O extends Shape = Shape, R extends Refusals = Refusals> {
  readonly kind: 'act';
  readonly input: I;
  readonly output: O;
  readonly refusals: R;
}
export type Endpoint = Query | Command | Act;
export type Contract = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

export const SCOPES = [
  'store',
  'settings',
  'members',
  'purchases',
  'points',
  'coupons',
  'complaints',
  'care',
  'invitations',
  'surveys',
  'handbook',
  'histories',
  'insights',
  'insight_run',
  'segments',
  'exchange',
  'staff',
  'audit',
  'days',
  'backups',
  'head_office',
  'preferences',
  'display',
  'practice',
  'pos',
] as const;
export type Scope = (typeof SCOPES)[number];

export const query = <I extends Shape, O extends Shape>(input: I, output: O): Query<I, O> => ({
  kind: 'query',
  input,
  output,
});

export const command = <I extends Shape, O extends Shape, const R extends Refusals>(def: {
  input: I;
  output: O;
  refusals: R;
  changes: readonly Scope[];
}): Command<I, O, R> => ({ kind: 'command', ...def });

export const act = <I extends Shape, O extends Shape, const R extends Refusals>(def: {
  input: I;
  output: O;
  refusals: R;
}): Act<I, O, R> => ({ kind: 'act', ...def });

/**
 * The channels of one part of the shop. Their shapes are built when somebody first asks for one of them: all
 * rooms at once would be a tenth of what main computes before there is a window, and most wait until somebody
 * goes there.
 */
export const room = <R extends Readonly<Record<string, Endpoint>>>(make: () => R): R => whenAsked(make);

/** Looks like what `make` returns, which is called with the first look at it. */
function whenAsked<T extends object>(make: () => T): T {
  const made = {} as T; // filled before anybody can see into it
  let filled = false;
  const seen = () => {
    if (!filled) Object.assign(made, make());
    filled = true;
    return made;
  };
  return new Proxy(made, {
    get: (_made, key) => Reflect.get(seen(), key),
    has: (_made, key) => Reflect.has(seen(), key),
    ownKeys: () => Reflect.ownKeys(seen()),
    getOwnPropertyDescriptor: (_made, key) => Reflect.getOwnPropertyDescriptor(seen(), key),
  });
}

/** A refusal without numbers. */
export const plain = z.strictObject({});

export type InputOf<E extends Endpoint> = z.output<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;
export type RefusalOf<E> = E extends { refusals: infer R extends Refusals }
  ? { [Code in keyof R & string]: Refusal<Code, z.output<R[Code]> & object> }[keyof R & string]
  : never;

export const requestIdShape = z.uuid();
export type RequestId = string;

/** `approval` is what `staff.approve` answered for this channel: somebody's PIN, given for this one call. */
const callShape = z.strictObject({
  requestId: requestIdShape.optional(),
  approval: z.uuid().optional(),
  input: z.unknown(),
});

/** Why something went wrong that is no refusal: the machine's state, or a bug on our side. */
export type FaultKind =
  | 'bug'
  | 'disk_full'
  | 'read_only'
  | 'store_closed'
  /** The disk has failed; looked up, it was not recorded. */
  | 'disk_error'
  /** The disk has failed, and whether it was recorded shows only when the store opens again. */
  | 'outcome_unknown';
export interface Fault {
  /** What to look for in the log. */
  readonly reference: string;
  readonly kind: FaultKind;
}

/** Why main does not even look at a call (rules "Staff"). */
export type Denial =
  /** Nobody is signed in, or the screen is locked. */
  | { readonly code: 'locked' }
  /** Whoever is signed in may not, and nobody can approve it for them. */
  | { readonly code: 'not_allowed'; readonly role: Role }
  /** Somebody of this role has to give their PIN for it: the one who is signed in, or another. */
  | { readonly code: 'approval_needed'; readonly role: Role }
  /** The clock of the PC stands a day or more before the last entry: the owner looks at it first. */
  | { readonly code: 'clock_back' }
  /** More calls at once than any person makes. */
  | { readonly code: 'too_many' };

/** Whose PIN lifts a refusal. */
export interface Cure {
  readonly role: Role;
  /** It has to be somebody else than who is signed in. */
  readonly another: boolean;
}

/** What a channel answers. A fault carries a reference to the log and nothing else: nothing was recorded, unless its kind says otherwise. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly params: object };
      /** Somebody's PIN lifts it. */
      readonly curedBy?: Cure;
    }
  | { readonly ok: false; readonly denied: Denial }
  | { readonly ok: false; readonly fault: Fault };

export type Outcome<E extends Endpoint> =
  | { readonly ok: true; readonly value: OutputOf<E> }
  | { readonly ok: false; readonly refusal: PlainRefusal<RefusalOf<E>> };
/** Refusals as they arrive: structured clones, without the class. */
type PlainRefusal<R> =
  R extends Refusal<infer Code, infer Params> ? { readonly code: Code; readonly params: Params } : never;

/** Handlers for one room: a channel that the contract does not name, or a refusal it does not declare, does not compile. */
export type Handlers<Room extends Readonly<Record<string, Endpoint>>, QueryCx, CommandCx, ActCx> = {
  readonly [Name in keyof Room]: Room[Name] extends Query
    ? (cx: QueryCx, input: InputOf<Room[Name]>) => OutputOf<Room[Name]> | Promise<OutputOf<Room[Name]>>
    : Room[Name] extends Command
      ? (
          cx: CommandCx,
          input: InputOf<Room[Name]>,
        ) =>
          | Promise<OutputOf<Room[Name]> | RefusalOf<Room[Name]>>
          | OutputOf<Room[Name]>
          | RefusalOf<Room[Name]>
      : (
          cx: ActCx,
          input: InputOf<Room[Name]>,
        ) =>
          | Promise<OutputOf<Room[Name]> | RefusalOf<Room[Name]>>
          | OutputOf<Room[Name]>
          | RefusalOf<Room[Name]>;
};

type AnyHandler = (cx: unknown, input: unknown) => unknown;

/** Whether a call is let in; `pass` is what main knows of it from then on (who acts, who approved). */
export type Admission<Pass> = { readonly pass: Pass } | { readonly denied: Denial };

/** How main surrounds a handler: who may call it, which context it gets, what one transaction is, where bugs are written. */
export interface Surroundings<Pass> {
  /** Asked before the input is even parsed. */
  readonly admit: (call: { channel: string; approval: string | undefined }) => Admission<Pass>;
  /** Who could approve what was refused with this code; undefined when nobody could, or somebody has. */
  readonly curedBy: (code: string, pass: Pass) => Cure | undefined;
  readonly query: (pass: Pass, run: (cx: never) => unknown) => Promise<unknown>;
  readonly command: (
    call: { channel: string; requestId: RequestId; changes: readonly Scope[]; pass: Pass },
    run: (cx: never) => unknown,
  ) => Promise<unknown>;
  readonly act: (call: { channel: string; pass: Pass }, run: (cx: never) => unknown) => Promise<unknown>;
  /** Logs what went wrong; answers the short reference that the person sees. */
  readonly fault: (channel: string, error: unknown) => Fault;
}

export type Route = (channel: unknown, payload: unknown) => Promise<Answer>;

/** A channel without a handler does not compile. */
type HandlersOf<C extends Contract> = {
  readonly [Room in keyof C]: { readonly [Name in keyof C[Room]]: (cx: never, input: never) => unknown };
};

/**
 * One function that answers every channel. Input is parsed once, here; names are looked up as
 * own keys only (`members.constructor` is no channel); nothing but declared codes goes out.
 */
export function createRouter<C extends Contract, Pass>(
  contract: C,
  handlers: HandlersOf<C>,
  surroundings: Surroundings<Pass>,
): Route {
  // By the names of the handlers: a room of the contract is built when it is looked into.
  const channels = new Map<string, { endpoint: () => Endpoint | undefined; handle: AnyHandler }>();
  for (const [room, rooms] of Object.entries<HandlersOf<Contract>[string]>(handlers)) {
    for (const [name, handle] of Object.entries(rooms)) {
      const endpoint = () => contract[room]?.[name];
      channels.set(`${room}.${name}`, { endpoint, handle: handle as AnyHandler });
    }
  }

  return async (channel, payload) => {
    const found = typeof channel === 'string' ? channels.get(channel) : undefined;
    const endpoint = found?.endpoint();
    if (found === undefined || endpoint === undefined)
      return faulted('unknown channel', new Error('unknown channel'));
    const name = channel as string;
    try {
      const call = callShape.parse(payload);
      const admission = surroundings.admit({ channel: name, approval: call.approval });
      if ('denied' in admission) return { ok: false, denied: admission.denied };
      const { pass } = admission;
      const input = endpoint.input.parse(call.input);
      const run = (cx: never) => found.handle(cx, input);
      return answer(endpoint, pass, await surround(name, endpoint, call.requestId, pass, run));
    } catch (error) {
      return faulted(name, error);
    }
  };

  function surround(
    channel: string,
    endpoint: Endpoint,
    requestId: RequestId | undefined,
    pass: Pass,
    run: (cx: never) => unknown,
  ): Promise<unknown> {
    if (endpoint.kind === 'query') return surroundings.query(pass, run);
    if (endpoint.kind === 'act') return surroundings.act({ channel, pass }, run);
    if (requestId === undefined) throw new Error('a command needs a requestId');
    return surroundings.command({ channel, requestId, changes: endpoint.changes, pass }, run);
  }

  function answer(endpoint: Endpoint, pass: Pass, result: unknown): Answer {
    if (!(result instanceof Refusal)) return { ok: true, value: result ?? null };
    const declared = endpoint.kind === 'query' ? undefined : endpoint.refusals[result.code];
    if (declared === undefined) throw new Error(`undeclared refusal ${result.code}`);
    const refusal = { code: result.code, params: declared.parse(result.params) as object };
    const curedBy = surroundings.curedBy(result.code, pass);
    return curedBy === undefined ? { ok: false, refusal } : { ok: false, refusal, curedBy };
  }

  function faulted(channel: string, error: unknown): Answer {
    return { ok: false, fault: surroundings.fault(channel, error) };
  }
}
