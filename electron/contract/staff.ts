import { z } from 'zod';
import { query } from './rpc';
import { id, line } from './shapes';

export const roleShape = z.enum(['cashier', 'manager', 'owner']);

export const staffRoom = {
  /** Who is at the counter. */
  current: query(z.strictObject({}), z.strictObject({ id, name: line(40), role: roleShape })),
  /** Everybody active, for naming an adviser. */
  list: query(z.strictObject({}), z.array(z.strictObject({ id, name: line(40), role: roleShape }))),
};
