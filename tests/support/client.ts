import { type ApprovalNeed, callThrough } from '@contract/calling';
import type { Answer, Command, Contract, Endpoint, Outcome, OutputOf, Query, RequestId } from '@contract/rpc';
import type { z } from 'zod';

type Asking<E extends Endpoint> = E extends Query
  ? (input: z.input<E['input']>) => Promise<OutputOf<E>>
  : E extends Command
    ? (requestId: RequestId, input: z.input<E['input']>) => Promise<Outcome<E>>
    : (input: z.input<E['input']>) => Promise<Outcome<E>>;

export type Client<C extends Contract> = {
  readonly [Room in keyof C]: { readonly [Name in keyof C[Room]]: Asking<C[Room][Name]> };
};

/** The windows' end of the bridge by names: `client.members.lookup({ text })`. A room is looked into when it is called. */
export function createClient<C extends Contract>(
  contract: C,
  invoke: (channel: string, payload: unknown) => Promise<Answer>,
  approve?: (need: ApprovalNeed) => Promise<string | null>,
): Client<C> {
  const call = callThrough(invoke, approve);
  const askingOf = (channel: string, endpoint: Endpoint | undefined) => {
    if (endpoint === undefined) return undefined;
    if (endpoint.kind === 'query') return (input: unknown) => call.query(channel, input);
    if (endpoint.kind === 'act') return (input: unknown) => call.act(channel, input);
    return (requestId: RequestId, input: unknown) => call.command(channel, requestId, input);
  };
  const rooms = Object.entries(contract).map(([room, endpoints]) => [
    room,
    new Proxy({}, { get: (_none, name) => askingOf(`${room}.${String(name)}`, endpoints[String(name)]) }),
  ]);
  return Object.fromEntries(rooms) as Client<C>;
}
