import { contract, type ShukeContract } from '@contract/index';
import { type Client, createClient } from '@contract/rpc';
import { askApproval } from './approvals';

// The bridge is looked up at each call, so that a test may put its own in place.
export const client: Client<ShukeContract> = createClient(
  contract,
  (channel, payload) => window.shuke.invoke(channel, payload),
  askApproval,
);
