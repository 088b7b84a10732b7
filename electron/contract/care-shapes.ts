import { z } from 'zod';
import {
  CHURN_REASONS,
  CONTACT_CHANNELS,
  CONTENTS,
  DROP_CAUSES,
  LIST_CHANNELS,
  OUTCOMES,
  TASK_KINDS,
  TASK_STATES,
  WIN_BACK_CAUSES,
} from '../../db/domain/care/task';
import { plain } from './rpc';
import { line, prose } from './shapes';

export const taskKindShape = z.enum(TASK_KINDS);
export const taskStateShape = z.enum(TASK_STATES);
export const dropCauseShape = z.enum(DROP_CAUSES);
export const contentShape = z.enum(CONTENTS);
export const contactChannelShape = z.enum(CONTACT_CHANNELS);
export const listChannelShape = z.enum(LIST_CHANNELS);
export const outcomeShape = z.enum(OUTCOMES);
export const winBackCauseShape = z.enum(WIN_BACK_CAUSES);
export const churnReasonShape = z.enum(CHURN_REASONS);

const ruleId = z.string().regex(/^[\w-]{1,60}$/);

export const careScriptShape = z.strictObject({
  id: ruleId,
  kind: taskKindShape,
  cause: winBackCauseShape.nullable(),
  name: line(40),
  content: contentShape,
  text: prose(1000),
});

export const festivalShape = z.strictObject({
  id: ruleId,
  name: line(20),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  daysBefore: z.int().min(0).max(60),
  gift: line(40),
  active: z.boolean(),
});

/** Refusals of whatever works on an open task. */
export const taskGone = { task_gone: plain, not_open: z.strictObject({ state: taskStateShape }) };
