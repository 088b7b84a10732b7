/**
 * How far a member has come with the shop (S26): identify, contact, assess, maintain, raise loyalty. Told from
 * data alone: identified = has a record; contacted = has bought; assessed = has bought again, so that there is a
 * rhythm to judge; maintained = bought again and is not lost (stage retain or develop); raised = and a base
 * customer (S12). Each step asks for those before it.
 */
export const PIPELINE_STEPS = ['identify', 'contact', 'assess', 'maintain', 'raise'] as const;
export type PipelineStep = (typeof PIPELINE_STEPS)[number];
