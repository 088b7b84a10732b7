import { z } from 'zod';
import { act, plain, room } from './rpc';
import { count, id } from './shapes';

const nothing = z.strictObject({});

export const supportRoom = room(() => ({
  /** Gathers what support may need to see: versions, numbers, faults; no name, no number and no word of anybody. */
  gather: act({
    input: nothing,
    output: z.strictObject({ id, text: z.string() }),
    refusals: {},
  }),
  /** Writes exactly the text that `gather` answered under this id into the file that the person names; null when they want none. */
  save: act({
    input: z.strictObject({ id }),
    output: z.strictObject({ path: z.string(), bytes: count }).nullable(),
    refusals: {
      /** Gathered before a restart, or too many times since. */
      gone: plain,
      file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }),
    },
  }),
}));
