import { callThrough } from '@contract/calling';
import type { Outcome, RequestId } from '@contract/rpc';
import { askApproval } from './approvals';
import type { ActName, Answered, AskedWith, CommandName, EndpointOf, QueryName, Room } from './rooms';

// The bridge is looked up at each call, so that a test may put its own in place.
const calls = callThrough((channel, payload) => window.shuke.invoke(channel, payload), askApproval);

// What main answers has passed the contract there: its types are those of the channel.

export const ask = <R extends Room, N extends QueryName<R>>(
  room: R,
  name: N,
  input: AskedWith<R, N>,
): Promise<Answered<R, N>> => calls.query(`${room}.${name}`, input) as Promise<Answered<R, N>>;

export const command = <R extends Room, N extends CommandName<R>>(
  room: R,
  name: N,
  requestId: RequestId,
  input: AskedWith<R, N>,
): Promise<Outcome<EndpointOf<R, N>>> =>
  calls.command(`${room}.${name}`, requestId, input) as Promise<Outcome<EndpointOf<R, N>>>;

export const act = <R extends Room, N extends ActName<R>>(
  room: R,
  name: N,
  input: AskedWith<R, N>,
): Promise<Outcome<EndpointOf<R, N>>> =>
  calls.act(`${room}.${name}`, input) as Promise<Outcome<EndpointOf<R, N>>>;
