import type { Form } from './dock';
import type { JobView } from './exchange';
import type { Scope } from './rpc';

/** What main tells the renderer without being asked. */
export type ShukeEvent =
  | { readonly type: 'data-changed'; readonly scopes: readonly Scope[] }
  | { readonly type: 'job-progress'; readonly job: JobView }
  /** Called from over another program: for the next customer. */
  | { readonly type: 'summoned'; readonly form: Form }
  /** Somebody has clicked a warning on the desktop. */
  | { readonly type: 'open-complaint'; readonly complaintId: string };

export const RPC_CHANNEL = 'shuke:rpc';
export const EVENT_CHANNEL = 'shuke:event';
