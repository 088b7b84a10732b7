/** What may be given for a complaint: rules "Complaints"; S80. */
export const COMPENSATION_KINDS = ['coupon', 'gift', 'points', 'refund'] as const;
export type CompensationKind = (typeof COMPENSATION_KINDS)[number];
