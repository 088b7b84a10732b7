import { z } from 'zod';
import { COMPLAINT_CHANNELS, COMPLAINT_STATES, SEVERITIES } from '../../db/domain/complaints/complaint';
import { OBJECTS, REASON_GROUPS } from '../../db/domain/complaints/reasons';
import { amount, count, id, line, pointCount } from './shapes';

export const objectShape = z.enum(OBJECTS);
export const reasonGroupShape = z.enum(REASON_GROUPS);
/** A leaf of the reason tree, by its id in the rules. */
export const reasonShape = z.string().regex(/^[\w-]{1,60}$/);
export const severityShape = z.enum(SEVERITIES);
export const complaintStateShape = z.enum(COMPLAINT_STATES);
export const complaintChannelShape = z.enum(COMPLAINT_CHANNELS);
export const clockShape = z.enum(['response', 'resolution']);
export const satisfactionShape = z.int().min(1).max(5);
export const staffRef = z.strictObject({ id, name: z.string() });

/** How long something took, in minutes of its clock; quantiles by nearest rank. */
export const spread = z
  .strictObject({
    of: count,
    p50: count,
    p90: count,
    longest: count,
    /** Counts by the upper edges in minutes that `edges` names; the last has none. */
    bins: z.array(count),
    edges: z.array(count),
  })
  .nullable();

/** Two numbers side by side: in time, of how many. */
export const onTime = z.strictObject({ onTime: count, of: count });

/** What is given for a complaint. */
export const giftShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coupon'), templateId: z.string().max(60) }),
  z.strictObject({ kind: z.literal('gift'), what: line(60), worth: amount }),
  z.strictObject({ kind: z.literal('points'), points: pointCount }),
  /** Money handed back outside a refund of the bill. */
  z.strictObject({ kind: z.literal('refund'), worth: amount }),
]);
