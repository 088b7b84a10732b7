/**
 * Why somebody of a segment gets no care task (S27), the most lasting reason first: nothing may be said to
 * them, or there is no way to; `gone` = no member any more when their turn came. What passes by itself (a
 * complaint, a full budget) only holds a task back.
 */
export const LEFT_OUT = ['died', 'no_consent', 'no_phone', 'gone'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
