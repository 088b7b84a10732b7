import type { Outcome, RequestId } from '@contract/rpc';
import { useCallback, useRef, useState } from 'react';
import { act, command } from './client';
import { type Mishap, mishapOf } from './mishap';
import type { ActName, Answered, AskedWith, CommandName, EndpointOf, Room } from './rooms';

type RefusalIn<O> = O extends { ok: false; refusal: infer R } ? R : never;
export type RefusalFor<R extends Room, N> = RefusalIn<Outcome<EndpointOf<R, N>>>;

export type Settled<Value, Refused> =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'done'; readonly value: Value }
  | { readonly state: 'refused'; readonly refusal: Refused }
  /** A bug or a broken bridge; it is not known whether the act took place, so a retry carries the same request id. */
  | { readonly state: 'fault'; readonly mishap: Mishap };

export interface Doing<Input, Value, Refused> {
  readonly now: Settled<Value, Refused>;
  /** Answers how it ended; asked again while busy, it answers the act under way. */
  readonly run: (input: Input) => Promise<Settled<Value, Refused>>;
  readonly reset: () => void;
}

type Reply = { ok: true; value: unknown } | { ok: false; refusal: unknown };
type Send<Input> = (input: Input) => Promise<Reply>;

const IDLE = { state: 'idle' } as const;

function useDoing<Input, Value, Refused>(send: Send<Input>): Doing<Input, Value, Refused> {
  const [now, setNow] = useState<Settled<Value, Refused>>(IDLE);
  const underWay = useRef<Promise<Settled<Value, Refused>> | null>(null);

  const run = useCallback(
    (input: Input) => {
      if (underWay.current !== null) return underWay.current;
      setNow({ state: 'busy' });
      const settled = send(input)
        // The reply has passed the contract in main; its types are those of the endpoint.
        .then(
          (reply): Settled<Value, Refused> =>
            reply.ok
              ? { state: 'done', value: reply.value as Value }
              : { state: 'refused', refusal: reply.refusal as Refused },
        )
        .catch((error: unknown): Settled<Value, Refused> => ({ state: 'fault', mishap: mishapOf(error) }))
        .then((end) => {
          underWay.current = null;
          setNow(end);
          return end;
        });
      underWay.current = settled;
      return settled;
    },
    [send],
  );
  const reset = useCallback(() => setNow(IDLE), []);
  return { now, run, reset };
}

const numbers = new WeakMap<Uint8Array, number>();
let bytesSeen = 0;

/** A picture is told from another one by being another one: writing out a million bytes would take too long. */
function bytesByIdentity(_key: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  const known = numbers.get(value) ?? ++bytesSeen;
  numbers.set(value, known);
  return `bytes ${known}`;
}

export interface Attempt {
  readonly requestId: RequestId;
  /** What it was sent with: anything else is another attempt. */
  readonly input: string;
}
/** For a command whose attempt outlives the page: the one to go on with, and whom to tell of a new one. */
export interface KeptAttempt {
  readonly first: Attempt | null;
  readonly onBegun: (attempt: Attempt) => void;
}

/**
 * A command of the contract. One attempt has one request id: a double Enter and a retry after a
 * fault carry the same one; a changed input, or an answer, begins a new attempt.
 */
export function useCommand<R extends Room, N extends CommandName<R>>(
  room: R,
  name: N,
  kept?: KeptAttempt,
): Doing<AskedWith<R, N>, Answered<R, N>, RefusalFor<R, N>> {
  const attempt = useRef<Attempt | null>(kept?.first ?? null);
  const begun = useRef(kept?.onBegun);
  begun.current = kept?.onBegun;
  const send = useCallback(
    async (input: AskedWith<R, N>): Promise<Reply> => {
      const said = JSON.stringify(input, bytesByIdentity);
      if (attempt.current?.input !== said) {
        attempt.current = { requestId: crypto.randomUUID(), input: said };
        begun.current?.(attempt.current);
      }
      const reply: Reply = await command(room, name, attempt.current.requestId, input);
      attempt.current = null;
      return reply;
    },
    [room, name],
  );
  return useDoing(send);
}

/** An act of the contract: what no transaction holds, such as opening a store or choosing a file. */
export function useAct<R extends Room, N extends ActName<R>>(
  room: R,
  name: N,
): Doing<AskedWith<R, N>, Answered<R, N>, RefusalFor<R, N>> {
  const send = useCallback((input: AskedWith<R, N>) => act(room, name, input), [room, name]);
  return useDoing(send);
}
