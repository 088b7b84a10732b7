import type { ShukeContract } from '../contract';
import type { ShukeEvent } from '../contract/events';
import type { Route, Scope } from '../contract/rpc';

/** Windows differ in what they may ask: the counter everything, the customer's screen next to nothing. */
export type WindowKind = 'counter' | 'customer';

type Channel = {
  [Room in keyof ShukeContract]: `${Room}.${keyof ShukeContract[Room] & string}`;
}[keyof ShukeContract];

/** All that the customer's window may call. It stands within a stranger's reach. */
export const CUSTOMER_CHANNELS: readonly Channel[] = [
  'display.customerView',
  'display.answerConsent',
  'display.answerSurvey',
  'settings.preferences',
];

/** Changes that the customer's window hears of, because its own answers show them. */
const CUSTOMER_SCOPES: readonly Scope[] = [
  'display',
  'preferences',
  'members',
  'points',
  'purchases',
  'coupons',
  'store',
];

/** The route as a window of this kind has it: what it may not ask is not even looked up. */
export function routeFor(kind: WindowKind, route: Route): Route {
  if (kind === 'counter') return route;
  return async (channel, payload) => {
    if (!CUSTOMER_CHANNELS.some((allowed) => allowed === channel)) throw new Error('not for this window');
    return await route(channel, payload);
  };
}

/** What of an event the customer's window is told; null for nothing. */
export function heardByCustomer(event: ShukeEvent): ShukeEvent | null {
  if (event.type !== 'data-changed') return null;
  const scopes = event.scopes.filter((scope) => CUSTOMER_SCOPES.includes(scope));
  return scopes.length === 0 ? null : { type: 'data-changed', scopes };
}
