import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './client';
import type { Answered, AskedWith, QueryName, Room } from './rooms';

export const keyOf = <R extends Room, N extends QueryName<R>>(
  room: R,
  name: N,
  input: AskedWith<R, N>,
): QueryKey => [room, name, input];

export interface ReadHow {
  readonly enabled?: boolean;
  /** Shows the last answer while the next one is on its way, so that nothing jumps. */
  readonly keepLast?: boolean;
  /** Milliseconds an unused answer is remembered. */
  readonly forgetAfter?: number;
}

/** One query of the contract as a hook: `useRead('members', 'card', { memberId })`. Wrap it in the feature's `api.ts`. */
export function useRead<R extends Room, N extends QueryName<R>>(
  room: R,
  name: N,
  input: AskedWith<R, N>,
  how: ReadHow = {},
): UseQueryResult<Answered<R, N>, Error> {
  return useQuery<Answered<R, N>, Error>({
    queryKey: keyOf(room, name, input),
    queryFn: () => ask(room, name, input),
    enabled: how.enabled ?? true,
    ...(how.keepLast === true
      ? { placeholderData: (last: Answered<R, N> | undefined) => last as never }
      : {}),
    ...(how.forgetAfter === undefined ? {} : { gcTime: how.forgetAfter }),
  });
}
