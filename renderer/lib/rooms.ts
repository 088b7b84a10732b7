import type { ShukeContract } from '@contract/index';
import type { Act, Command, Endpoint, OutputOf, Query } from '@contract/rpc';
import type { z } from 'zod';

/** Names of the contract, sorted by what they do; everything typed hangs on these. */
export type Room = keyof ShukeContract & string;

type NamesOf<R extends Room, Kind> = {
  [N in keyof ShukeContract[R]]: ShukeContract[R][N] extends Kind ? N : never;
}[keyof ShukeContract[R]] &
  string;

export type QueryName<R extends Room> = NamesOf<R, Query>;
export type CommandName<R extends Room> = NamesOf<R, Command>;
export type ActName<R extends Room> = NamesOf<R, Act>;

export type EndpointOf<R extends Room, N> = N extends keyof ShukeContract[R]
  ? Extract<ShukeContract[R][N], Endpoint>
  : never;
export type AskedWith<R extends Room, N> = z.input<EndpointOf<R, N>['input']>;
export type Answered<R extends Room, N> = OutputOf<EndpointOf<R, N>>;
