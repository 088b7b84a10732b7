import { z } from 'zod';
import {
  type Encoding,
  FIELDS,
  type ImportKind,
  MAX_COLUMNS,
  type Reading,
  type Separator,
} from '../../../db/domain/exchange/fields';
import { fileRefusal, jobFailure, readingShape } from '../../contract/exchange';

/** What the reading process is told to do with one file. Main writes it; it crosses as JSON in its arguments. */
export type ReadOrder =
  | {
      readonly kind: 'preview';
      readonly path: string;
      readonly importKind: ImportKind;
      /** As a person has corrected the reading, and as it was before; null to guess it. */
      readonly corrected: { readonly reading: Reading; readonly before: Reading } | null;
    }
  | {
      readonly kind: 'cut';
      readonly path: string;
      /** `auto`: as the beginning of this very file shows it. */
      readonly reading: {
        readonly encoding: Encoding | 'auto';
        readonly separator: Separator | 'auto';
        readonly header: boolean;
      };
      /** Where the rows are written to. */
      readonly to: string;
    };

const whole = z.number().int().nonnegative();
/** No cell of a preview and no head is longer than what the process cuts it to. */
const shortCell = z.string().max(1001);

/**
 * What the reading process may say, a line of JSON each. It has read a file that a stranger may have made:
 * its words are checked like those of the window.
 */
export const readMessageShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), rows: whole }),
  z.strictObject({ type: z.literal('refused'), why: fileRefusal }),
  z.strictObject({
    type: z.literal('preview'),
    preview: z.strictObject({
      bytes: whole,
      reading: readingShape,
      headers: z.array(shortCell).max(MAX_COLUMNS),
      rows: z.array(z.array(shortCell).max(MAX_COLUMNS)).max(20),
      damagedPhones: whole,
      missing: z.array(z.enum(FIELDS)),
    }),
  }),
  z.strictObject({
    type: z.literal('cut'),
    rows: whole,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    head: z.array(shortCell).max(MAX_COLUMNS),
  }),
  z.strictObject({
    type: z.literal('failed'),
    failure: jobFailure,
    line: whole.nullable(),
    error: z.string().max(20_000),
  }),
]);
export type ReadMessage = z.output<typeof readMessageShape>;

/** The rows of a foreign file as they lie beside the store, cut and capped, until the job that asked for them is over. */
export interface CutFile {
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
  /** The names of the columns; none when the file has no head. */
  readonly head: readonly string[];
}
