import type { Answer, Cure, Denial, FaultKind, RequestId } from './rpc';

/** Something went wrong in main; the person knows it by its reference in the log. */
export class FaultError extends Error {
  constructor(
    readonly reference: string,
    readonly kind: FaultKind,
  ) {
    super(`fault ${reference}`);
    this.name = 'FaultError';
  }
}

/** Main did not let the call in; nothing has happened. */
export class DeniedError extends Error {
  constructor(readonly denial: Denial) {
    super(`denied: ${denial.code}`);
    this.name = 'DeniedError';
  }
}

/** What somebody's PIN is wanted for. */
export interface ApprovalNeed extends Cure {
  readonly channel: string;
  /** The refusal that an approval would lift; null when the call always needs one. */
  readonly refused: { readonly code: string; readonly params: object } | null;
}

type Ended =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly params: object } };

/** How main is asked. Who asks knows the kind of a channel, and its types; no shape has to be there for it. */
export interface Calls {
  readonly query: (channel: string, input: unknown) => Promise<unknown>;
  readonly command: (channel: string, requestId: RequestId, input: unknown) => Promise<Ended>;
  readonly act: (channel: string, input: unknown) => Promise<Ended>;
}

/**
 * The other end of `createRouter`, without the contract's shapes: only main checks by them, and a window that built
 * them would begin later. `invoke` is the bridge. `approve` asks a person for the PIN that a call needs and answers
 * the approval, or null when there is none: the call then ends as it was refused. With one, the same call is made
 * again.
 */
export function callThrough(
  invoke: (channel: string, payload: unknown) => Promise<Answer>,
  approve: (need: ApprovalNeed) => Promise<string | null> = async () => null,
): Calls {
  const call = async (channel: string, payload: object): Promise<Ended> => {
    let reply = await invoke(channel, payload);
    for (let need = needOf(channel, reply); need !== undefined; need = needOf(channel, reply)) {
      const approval = await approve(need);
      if (approval === null) break;
      reply = await invoke(channel, { ...payload, approval });
    }
    if (reply.ok) return reply;
    if ('fault' in reply) throw new FaultError(reply.fault.reference, reply.fault.kind);
    if ('denied' in reply) throw new DeniedError(reply.denied);
    return { ok: false, refusal: reply.refusal };
  };
  return {
    query: async (channel, input) => {
      const end = await call(channel, { input });
      if (!end.ok) throw new Error(`query ${channel} was refused`);
      return end.value;
    },
    command: (channel, requestId, input) => call(channel, { requestId, input }),
    act: (channel, input) => call(channel, { input }),
  };
}

function needOf(channel: string, reply: Answer): ApprovalNeed | undefined {
  if (reply.ok || 'fault' in reply) return undefined;
  if ('refusal' in reply)
    return reply.curedBy === undefined ? undefined : { channel, ...reply.curedBy, refused: reply.refusal };
  return reply.denied.code === 'approval_needed'
    ? { channel, role: reply.denied.role, another: false, refused: null }
    : undefined;
}
