import { sql } from 'kysely';
import { prepared } from './prepared';
import type { Reader, Tx } from './schema';

/** One statement with its values. */
interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Something read in several statements, each of which may depend on the rows before it. Told once,
 * and run inside a transaction at the cost of prepared statements, or beside one through kysely.
 */
export type Reading<Result> = Generator<Asked, Result, readonly unknown[]>;

/** The rows of one statement. The row type is what the SQL beside the call selects. */
export function* rows<Row>(text: string, ...values: readonly unknown[]): Reading<readonly Row[]> {
  // Nothing can check what a statement selects but its tests.
  return (yield { text, values }) as readonly Row[];
}

export function readIn<Result>(tx: Tx, reading: Reading<Result>): Result {
  let step = reading.next();
  while (step.done !== true) step = reading.next(prepared(tx, step.value.text).all(...step.value.values));
  return step.value;
}

export async function readOn<Result>(db: Reader, reading: Reading<Result>): Promise<Result> {
  let step = reading.next();
  while (step.done !== true) step = reading.next(await ask(db, step.value));
  return step.value;
}

function ask(db: Reader, { text, values }: Asked): Promise<unknown[]> {
  const pieces = text.split('?').flatMap((piece, at) => {
    return at < values.length ? [sql.raw(piece), sql`${values[at]}`] : [sql.raw(piece)];
  });
  const asked = sql<Record<string, unknown>>`(${sql.join(pieces, sql``)})`.as('asked');
  return db.selectFrom(asked).selectAll().execute();
}
