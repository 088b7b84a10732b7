import type { ShukeEvent } from '@contract/events';
import { contract } from '@contract/index';
import type { Answer, Cure, Denial, Endpoint } from '@contract/rpc';

/** Answers one channel: a value, a refusal or a fault; a promise keeps the window waiting. */
export type Reply = (input: never, approval?: string) => unknown | Promise<unknown>;
export type Replies = Readonly<Record<string, Reply>>;

export interface Call {
  readonly channel: string;
  readonly input: unknown;
  readonly requestId: string | undefined;
  /** What somebody's PIN was given for. */
  readonly approval: string | undefined;
}
export interface Bridge {
  readonly calls: readonly Call[];
  readonly of: (channel: string) => Call[];
  /** What main says without being asked. */
  readonly tell: (event: ShukeEvent) => void;
  /** Later replies replace earlier ones. */
  readonly reply: (replies: Replies) => void;
}

class Refused {
  constructor(
    readonly code: string,
    readonly params: object,
    readonly curedBy?: Cure,
  ) {}
}
class Denied {
  constructor(readonly denial: Denial) {}
}
class Faulted {
  constructor(readonly reference: string) {}
}
export const refused = (code: string, params: object = {}): Refused => new Refused(code, params);
/** As `refused`, where somebody's PIN would lift it. */
export const curable = (code: string, curedBy: Cure, params: object = {}): Refused =>
  new Refused(code, params, curedBy);
/** Main does not let the call in. */
export const denied = (denial: Denial): Denied => new Denied(denial);
export const faulted = (reference: string): Faulted => new Faulted(reference);

const endpoints: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = contract;

function endpointOf(channel: string): Endpoint {
  const [room = '', name = ''] = channel.split('.');
  const endpoint = endpoints[room]?.[name];
  if (endpoint === undefined) throw new Error(`the contract has no ${channel}`);
  return endpoint;
}

/** Main as the window sees it: every input and every answer must be of the contract. */
export function aBridge(replies: Replies): Bridge {
  const known: Record<string, Reply> = { ...replies };
  const calls: Call[] = [];
  const listeners = new Set<(event: ShukeEvent) => void>();

  const invoke = async (channel: string, payload: unknown): Promise<Answer> => {
    const { requestId, approval, input } = payload as {
      requestId?: string;
      approval?: string;
      input: unknown;
    };
    const endpoint = endpointOf(channel);
    calls.push({ channel, input: endpoint.input.parse(input), requestId, approval });
    const reply = known[channel];
    if (reply === undefined) throw new Error(`nobody answers ${channel}`);
    const answer = await reply(input as never, approval);
    if (answer instanceof Faulted) return { ok: false, fault: { reference: answer.reference, kind: 'bug' } };
    if (answer instanceof Denied) return { ok: false, denied: answer.denial };
    if (answer instanceof Refused) {
      const { code, params, curedBy } = answer;
      return { ok: false, refusal: { code, params }, ...(curedBy === undefined ? {} : { curedBy }) };
    }
    return { ok: true, value: endpoint.output.parse(answer) };
  };
  Object.defineProperty(window, 'shuke', {
    configurable: true,
    value: {
      invoke,
      onEvent: (listen: (event: ShukeEvent) => void) => {
        listeners.add(listen);
        return () => listeners.delete(listen);
      },
    },
  });
  return {
    calls,
    of: (channel) => calls.filter((call) => call.channel === channel),
    tell: (event) => {
      for (const listen of listeners) listen(event);
    },
    reply: (more) => Object.assign(known, more),
  };
}

/** A promise that the test keeps in its hand. */
export function later<T>(): { readonly promise: Promise<T>; readonly come: (value: T) => void } {
  let come: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    come = resolve;
  });
  return { promise, come };
}
