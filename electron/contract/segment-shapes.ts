import { z } from 'zod';
import {
  flawIn,
  MAX_CHOICES,
  MAX_CONDITIONS,
  MAX_DAYS,
  MAX_GROUPS,
  MAX_TIMES,
  MAX_WORD,
} from '../../db/domain/segments/flaw';
import { CHOICE_FACTS, NUMBER_FACTS, TEXT_FACTS, YES_FACTS } from '../../db/domain/segments/segment';
import { line } from './shapes';

const not = z.boolean();

const conditionShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    fact: z.enum(CHOICE_FACTS),
    in: z.array(z.string().max(MAX_WORD)).max(MAX_CHOICES).readonly(),
    not,
  }),
  z.strictObject({
    kind: z.literal('number'),
    fact: z.enum(NUMBER_FACTS),
    from: z.int().nullable(),
    to: z.int().nullable(),
    not,
  }),
  z.strictObject({ kind: z.literal('yes'), fact: z.enum(YES_FACTS), not }),
  z.strictObject({ kind: z.literal('text'), fact: z.enum(TEXT_FACTS), is: line(MAX_WORD), not }),
  z.strictObject({
    kind: z.literal('bought'),
    product: line(MAX_WORD),
    times: z.int().min(1).max(MAX_TIMES),
    withinDays: z.int().min(1).max(MAX_DAYS),
    not,
  }),
]);

/** Whom something is for. One that means nothing (`flawIn`) is let through nowhere: the page asks the same first. */
export const segmentRuleShape = z
  .strictObject({
    all: z
      .array(z.strictObject({ any: z.array(conditionShape).max(MAX_CONDITIONS).readonly() }))
      .max(MAX_GROUPS)
      .readonly(),
  })
  .refine((rule) => flawIn(rule) === undefined);

/** What is chosen by segment or rule: whoever names a segment has seen its rule, and it is refused when it has changed since. */
export const choiceShape = {
  rule: segmentRuleShape,
  segmentId: z.uuid().nullable(),
};
